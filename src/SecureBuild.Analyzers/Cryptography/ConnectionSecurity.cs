using System;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>Reads in a connection string whether the connection is encrypted and the server's certificate looked at.</summary>
static class ConnectionSecurity
{
    const int Shortest = 12;

    /// <summary>The part of the text that switches either off, as <c>Encrypt=False</c>; null when none does, or when the server is this machine.</summary>
    public static string? In(string text)
    {
        if (text.Length < Shortest || text.IndexOf('=') < 0)
            return null;
        string? bad = null;
        // What comes at run time in front of the first setting is a connection string of its own.
        var isPlace = text[0] == '{' && text.IndexOf(';') is > 0 and var end && text.IndexOf('}') == end - 1;
        foreach (var part in text.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0)
                continue;
            var (key, value) = (part.Substring(0, equals).Trim(), part.Substring(equals + 1).Trim());
            if (IsServer(key))
            {
                if (IsLocal(value))
                    return null;
                isPlace = true;
            }
            else if (IsBad(key, value))
                bad ??= part.Trim();
        }
        return isPlace ? bad : null;
    }

    /// <summary>A setting that switches protection off.</summary>
    public static bool IsBad(string key, string value) => Squeezed(key) switch
    {
        "encrypt" or "useencryption" or "usessl" => Is(value, "false", "no", "optional"),
        "trustservercertificate" => Is(value, "true", "yes"),
        "sslmode" => Is(value, "none", "disable", "disabled", "allow", "prefer", "preferred"),
        _ => false,
    };

    /// <summary>This machine, a container beside it, or SQL Server's own process for developers.</summary>
    public static bool IsLocal(string server)
    {
        var host = server.Trim().Trim('"', '\'');
        if (host.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase))
            host = host.Substring(4);
        var end = host.IndexOfAny(['\\', ',']);
        if (end >= 0)
            host = host.Substring(0, end);
        end = host.LastIndexOf(':');
        if (end > 0 && host.IndexOf(':') == end)
            host = host.Substring(0, end);
        return Is(host, "localhost", ".", "(local)", "(localdb)", "127.0.0.1", "::1", "host.docker.internal") || host.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase) || host.StartsWith("/", StringComparison.Ordinal);
    }

    static bool IsServer(string key) => Squeezed(key) is "server" or "datasource" or "host" or "address" or "addr" or "networkaddress";

    static string Squeezed(string key) => key.Replace(" ", "").Replace("_", "").ToLowerInvariant();

    static bool Is(string value, params string[] words)
    {
        foreach (var word in words)
            if (value.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
