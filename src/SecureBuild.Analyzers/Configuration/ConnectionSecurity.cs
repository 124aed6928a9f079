namespace SecureBuild.Analyzers.Configuration;

/// <summary>Reads from a connection string whether the connection is encrypted and the server's certificate checked.</summary>
static class ConnectionSecurity
{
    /// <summary>The piece that switches it off, as <c>Encrypt=False</c>; null when there is none or the server is this machine.</summary>
    public static string? WeakKeyIn(string text)
    {
        if (text.IndexOf('=') < 0)
            return null;
        string? weak = null;
        var hasServer = false;
        foreach (var piece in text.Split(text.IndexOf(';') >= 0 ? ';' : ','))
        {
            var equals = piece.IndexOf('=');
            // cache.city.example:6380,ssl=False
            if (equals <= 0)
            {
                if (IsLocal(piece.Trim()))
                    return null;
                hasServer |= piece.IndexOf(':') > 0 || piece.IndexOf('.') > 0;
                continue;
            }
            var key = piece.Substring(0, equals).Replace(" ", "").ToLowerInvariant();
            var value = piece.Substring(equals + 1).Trim().ToLowerInvariant();
            if (key is "server" or "datasource" or "host" or "addr" or "address" or "networkaddress" or "hostname")
            {
                hasServer = true;
                if (IsLocal(value))
                    return null;
            }
            else if (IsWeak(key, value))
                weak ??= piece.Trim();
        }
        return hasServer ? weak : null;
    }

    static bool IsWeak(string key, string value) => key switch
    {
        "encrypt" => value is "false" or "no" or "optional",
        "trustservercertificate" => value is "true" or "yes",
        "sslmode" => value is "disable" or "disabled" or "none",
        "ssl" or "usessl" => value is "false",
        _ => false,
    };

    static bool IsLocal(string server)
    {
        if (server.StartsWith("tcp:", StringComparison.Ordinal))
            server = server.Substring(4);
        return server is "." or "::1" || server.StartsWith("localhost", StringComparison.Ordinal) || server.StartsWith("127.", StringComparison.Ordinal) || server.StartsWith("(local", StringComparison.Ordinal)
            || server.StartsWith(".\\", StringComparison.Ordinal) || server.StartsWith(".,", StringComparison.Ordinal) || server.StartsWith("host.docker.internal", StringComparison.Ordinal);
    }
}
