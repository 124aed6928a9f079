using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.Symbols;

namespace SecureBuild.Analyzers.Injection;

/// <summary>What the name of a header, cookie, field or parameter says of what its value decides.</summary>
enum ClientKey
{
    /// <summary>Nothing that matters: a language, a page, an order.</summary>
    Ordinary,

    /// <summary>Decides about rights only if what depends on it says so: a plan, a level, a debug flag.</summary>
    Doubtful,

    /// <summary>Whose data it is.</summary>
    Identity,

    /// <summary>Where the request comes from, as anybody may write it.</summary>
    Address,

    /// <summary>Rights: a role, an "is admin".</summary>
    Right,
}

/// <summary>The words behind <see cref="ClientKey"/>.</summary>
static class ClientKeys
{
    static readonly HashSet<string> s_rights = new(StringComparer.Ordinal)
    {
        "role", "roles", "admin", "admins", "administrator", "superuser", "sysadmin", "superadmin", "privileged", "privilege", "privileges", "authenticated", "authorized", "authorised", "authed", "loggedin", "impersonate", "impersonating",
        "permission", "permissions", "internal", "staff", "moderator", "bypass", "elevated", "trusted", "sudo", "root", "clearance", "premium", "vip", "entitlement", "unlocked", "isauth",
    };

    static readonly string[] s_rightParts =
    [
        "isadmin", "isroot", "isauth", "loggedin", "signedin", "superuser", "superadmin", "privileg", "userrole", "accesslevel", "userlevel", "authlevel", "securitylevel", "skipauth", "noauth", "skipcheck", "skipverif", "authbypass",
        "isstaff", "isinternal", "isemployee", "ismanager", "isowner", "ispremium", "isvip", "istrusted", "isverified", "isapproved", "ispaid", "isowner", "ismember", "mfapassed", "mfaverified", "otpverified", "captchapassed", "usertype", "accounttype", "haspaid", "hasaccess",
        "canedit", "candelete", "canaccess", "canapprove",
    ];

    static readonly string[] s_addressParts = ["forwardedfor", "realip", "clientip", "trueclientip", "connectingip", "originalip", "remoteaddr", "remoteip", "originatingip", "referer", "referrer"];

    static readonly string[] s_identityParts = ["userid", "customerid", "accountid", "tenantid", "employeeid", "patientid", "memberid", "username", "useremail", "remoteuser", "authenticateduser", "loginid", "ownerid"];

    static readonly HashSet<string> s_doubtful = new(StringComparer.Ordinal)
    {
        "debug", "level", "tier", "plan", "group", "approved", "verified", "paid", "test", "mode", "dev", "agent", "access", "auth", "user", "member", "employee", "manager", "owner", "licensed", "license", "subscription", "validated", "mfa", "captcha", "override", "force", "status",
    };

    /// <summary>What a name is about.</summary>
    public static ClientKey Of(string name)
    {
        var words = Words.Of(name);
        var joined = string.Concat(words);
        if (joined.IndexOf("acceptlanguage", StringComparison.Ordinal) >= 0 || joined.StartsWith("xrequestedwith", StringComparison.Ordinal))
            return ClientKey.Ordinary;
        if (Has(joined, s_addressParts) || joined is "forwarded" or "xforwarded")
            return ClientKey.Address;
        if (words.Exists(s_rights.Contains) && !words.Exists(IsText) || Has(joined, s_rightParts))
            return ClientKey.Right;
        if (Has(joined, s_identityParts) || joined is "uid" or "xuser" or "user" or "tenant" or "xtenant" or "customer")
            return ClientKey.Identity;
        return words.Exists(s_doubtful.Contains) ? ClientKey.Doubtful : ClientKey.Ordinary;
    }

    static bool Has(string joined, string[] parts)
    {
        foreach (var part in parts)
            if (joined.IndexOf(part, StringComparison.Ordinal) >= 0)
                return true;
        return false;
    }

    // A role's name or title is what is shown, not what is asked.
    static bool IsText(string word) => word is "description" or "title" or "label" or "email" or "message" or "comment" or "count" or "page" or "sort" or "path" or "url" or "note" or "link";
}
