using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SecureBuild.Verification;

/// <summary>Reads an <c>.intoto.jsonl</c>: one statement or envelope per line.</summary>
static class StatementsFile
{
    /// <summary>The statements; null, with a failed check, where any line is not one.</summary>
    public static ImmutableArray<ReadStatement>? Read(string file, CheckLog log)
    {
        if (BoundedFile.Read(file, log) is not { } bytes)
            return null;
        var statements = ImmutableArray.CreateBuilder<ReadStatement>();
        foreach (var line in Lines(bytes))
        {
            if (StrictJson.Parse(line) is not { } json)
            {
                log.Tampered("readable", file, "SB9505");
                return null;
            }
            if (Statement(file, json, line, log) is not { } statement)
                return null;
            statements.Add(statement);
        }
        return statements.ToImmutable();
    }

    static ReadStatement? Statement(string file, JsonObject json, ReadOnlyMemory<byte> line, CheckLog log)
    {
        var isEnvelope = json.ContainsKey("payload") || json.ContainsKey("signatures");
        if (isEnvelope == json.ContainsKey("_type"))
        {
            log.Tampered("statement", file, "SB9506");
            return null;
        }
        return isEnvelope ? Unwrap(file, json, log) : ReadStatement.From(file, json, envelope: null, log) is { } bare ? bare with { Line = line } : null;
    }

    /// <summary>The statement inside an envelope.</summary>
    public static ReadStatement? Unwrap(string file, JsonObject json, CheckLog log)
    {
        if (Envelope.Parse(json) is not { } envelope)
            log.Tampered("envelope", file, "SB9507");
        else if (envelope.PayloadType != Attestation.InToto.PayloadType)
            log.Tampered("payload-type", file, "SB9508", Attestation.InToto.PayloadType);
        else if (StrictJson.Parse(envelope.Payload) is not { } payload)
            log.Tampered("readable", file, "SB9505");
        else
            return ReadStatement.From(file, payload, envelope, log);
        return null;
    }

    static IEnumerable<ReadOnlyMemory<byte>> Lines(byte[] bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var length = bytes.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            yield return bytes.AsMemory(start..end);
            start = end + 1;
        }
    }
}
