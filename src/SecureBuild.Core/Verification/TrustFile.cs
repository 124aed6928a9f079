using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SecureBuild.Verification;

/// <summary>
/// Reads a trust file (trust-v1.md). Anything unknown or ill-formed refuses the whole file: a misspelt <c>until</c> would trust for ever.
/// </summary>
sealed class TrustFile
{
    readonly string _path;

    TrustFile(string path) => _path = path;

    /// <param name="path">The file; names of keys and certificates in it are relative to its folder.</param>
    /// <param name="onlyRevoked">It may revoke only.</param>
    /// <exception cref="ProblemException">SB9503, SB9505 unreadable; SB9562 unknown member; SB9563 wrong value; those of the keys and certificates it names.</exception>
    public static TrustStore Read(string path, bool onlyRevoked) => new TrustFile(path).Read(TrustedFile.Bytes(path), onlyRevoked);

    TrustStore Read(byte[] bytes, bool onlyRevoked)
    {
        var root = StrictJson.Parse(bytes) ?? throw new ProblemException(Messages.Error("SB9505", arguments: Path.GetFileName(_path)));
        Known(root, "", onlyRevoked ? ["$schema", "revoked"] : ["$schema", "keys", "certificates", "timestamps", "revoked"]);
        return new()
        {
            Keys = List(root, "keys", (key, at) =>
            {
                Known(key, at, "publicKey", "from", "until", "files", "note");
                return new TrustedKey(Key(key, at), Terms(key, at));
            }),
            Roots = List(root, "certificates", (entry, at) =>
            {
                Known(entry, at, "root", "signers", "from", "until", "files", "note");
                return new TrustedRoot(CertificateFile.Read(Beside(entry, at, "root")), Terms(entry, at), Texts(entry, at, "signers"));
            }),
            TimestampRoots = List(root, "timestamps", (entry, at) =>
            {
                Known(entry, at, "root", "note");
                return new TrustedRoot(CertificateFile.Read(Beside(entry, at, "root")), TrustTerms.Unlimited, []);
            }),
            Revocations = List(root, "revoked", Revoked),
        };
    }

    Revocation Revoked(JsonObject entry, string at)
    {
        Known(entry, at, "key", "serial", "issuer", "since", "reason");
        var (key, serial) = (Optional(entry, at, "key"), Optional(entry, at, "serial"));
        if (key is null == serial is null || (key is not null && (key.Length != 64 || !key.All(char.IsAsciiHexDigitLower))))
            throw Wrong(at + ".key", "64 × 0-9a-f");
        if (serial is not null && (serial.Length == 0 || !serial.All(char.IsAsciiHexDigit)))
            throw Wrong(at + ".serial", "0-9a-f");
        return new(key, serial?.ToUpperInvariant().TrimStart('0'), Optional(entry, at, "issuer"), Date(entry, at, "since"), Required(entry, at, "reason"));
    }

    VerificationKey Key(JsonObject entry, string at)
    {
        var text = Required(entry, at, "publicKey");
        return PublicKeys.Read(text.StartsWith("-----", StringComparison.Ordinal)
            ? new(text, _path)
            : new(Encoding.UTF8.GetString(TrustedFile.Bytes(Beside(entry, at, "publicKey"))), Beside(entry, at, "publicKey")));
    }

    TrustTerms Terms(JsonObject entry, string at)
    {
        var (from, until) = (Date(entry, at, "from"), Date(entry, at, "until"));
        return from > until ? throw Wrong(at + ".until", "from ≤ until") : new(from, until, Texts(entry, at, "files"));
    }

    string Beside(JsonObject entry, string at, string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(_path))!, Required(entry, at, name));

    DateOnly? Date(JsonObject entry, string at, string name) => Optional(entry, at, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw Wrong($"{at}.{name}", "yyyy-MM-dd");

    ImmutableArray<string> Texts(JsonObject entry, string at, string name)
    {
        if (!entry.ContainsKey(name))
            return [];
        if (entry[name] is not JsonArray { Count: > 0 } array || array.Any(item => string.IsNullOrEmpty(StrictJson.Text(item))))
            throw Wrong($"{at}.{name}", "[\"…\"]");
        return [.. array.Select(item => StrictJson.Text(item)!)];
    }

    string Required(JsonObject entry, string at, string name) => Optional(entry, at, name) ?? throw Wrong($"{at}.{name}", "\"…\"");

    string? Optional(JsonObject entry, string at, string name) => !entry.ContainsKey(name) ? null
        : entry.Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Wrong($"{at}.{name}", "\"…\"");

    ImmutableArray<T> List<T>(JsonObject root, string name, Func<JsonObject, string, T> read)
    {
        if (!root.ContainsKey(name))
            return [];
        var items = root.Objects(name) ?? throw Wrong(name, "[{…}]");
        return [.. items.Select((item, index) => read(item, $"{name}[{index}]"))];
    }

    void Known(JsonObject entry, string at, params string[] names)
    {
        foreach (var member in entry)
            if (!names.Contains(member.Key))
                throw new ProblemException(Messages.Error("SB9562", arguments: [Path.GetFileName(_path), at.Length == 0 ? member.Key : $"{at}.{member.Key}", string.Join(", ", names)]));
    }

    ProblemException Wrong(string member, string form) => new(Messages.Error("SB9563", arguments: [Path.GetFileName(_path), member, form]));
}
