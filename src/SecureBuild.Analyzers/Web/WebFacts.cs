namespace SecureBuild.Analyzers.Web;

/// <summary>What a file says about the whole application.</summary>
[Flags]
enum WebFacts
{
    None = 0,

    /// <summary>A cookie policy makes every cookie secure.</summary>
    SecureCookies = 1 << 0,

    /// <summary>A cookie policy hides every cookie from script.</summary>
    HttpOnlyCookies = 1 << 1,

    /// <summary><c>UseCookiePolicy</c>: without it the policy has no effect.</summary>
    CookiePolicy = 1 << 2,

    /// <summary>A global filter asks for the antiforgery token.</summary>
    AntiforgeryForAll = 1 << 3,

    /// <summary>Somewhere <c>[Authorize]</c> or <c>RequireAuthorization</c> is used.</summary>
    Authorization = 1 << 4,

    /// <summary>A fallback policy, a global filter or <c>MapControllers().RequireAuthorization()</c>.</summary>
    AuthorizationForAll = 1 << 5,

    /// <summary>Tokens in a header sign requests in.</summary>
    Bearer = 1 << 6,

    /// <summary>Cookies sign requests in.</summary>
    CookieAuthentication = 1 << 7,

    Builder = 1 << 8,
    StartupClass = 1 << 9,
    Controllers = 1 << 10,
    AuthorizationServices = 1 << 11,
    AuthenticationServices = 1 << 12,

    /// <summary>Steps that an application's start-up takes once.</summary>
    StartUp = Builder | StartupClass | Controllers | AuthorizationServices | AuthenticationServices | CookiePolicy,
}
