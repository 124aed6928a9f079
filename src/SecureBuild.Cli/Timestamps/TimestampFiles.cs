using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using SecureBuild.Rendering;
using SecureBuild.Signing;

namespace SecureBuild.Cli.Timestamps;

/// <summary><c>--timestamp-request</c> and <c>--timestamp-token</c>: time stamps for signatures that are there already, by files, without a network.</summary>
sealed class TimestampFiles
{
    // The largest answer of an authority that is taken over the network, too.
    const int Largest = 1 << 20;

    readonly Option<string?> _request = new("--timestamp-request") { Description = Texts.Of("sign_TimestampRequest"), HelpName = "DIR" };
    readonly Option<string[]> _tokens = new("--timestamp-token") { Description = Texts.Of("sign_TimestampToken"), HelpName = "FILE", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };

    public void AddTo(Command command)
    {
        command.Add(_request);
        command.Add(_tokens);
    }

    /// <summary>Whether one of them was asked for: then nothing is signed.</summary>
    public bool AreAskedFor(ParseResult parsed) => parsed.GetValue(_request) is not null || parsed.GetRequiredValue(_tokens).Length > 0;

    /// <summary>Writes requests, or takes tokens in.</summary>
    /// <exception cref="ProblemException">As <see cref="StampedBundles.Find"/>; SB9797 no time stamp, or over none of the signatures; SB9631 a file cannot be read.</exception>
    public int Run(ParseResult parsed, string path, Terminal terminal)
    {
        var bundles = StampedBundles.Find(path);
        if (parsed.GetRequiredValue(_tokens) is { Length: > 0 } files)
            Attach(bundles, files, terminal);
        if (parsed.GetValue(_request) is { } directory)
            Write(bundles, Path.GetFullPath(directory), terminal);
        return ExitCode.Satisfied;
    }

    static void Write(ImmutableArray<SignedBundle> bundles, string directory, Terminal terminal)
    {
        foreach (var bundle in bundles)
        {
            var request = Rfc3161TimestampRequest.CreateFromData(bundle.Signature.Span, HashAlgorithmName.SHA256, requestSignerCertificates: true);
            var file = Path.Combine(directory, Path.GetFileName(bundle.File) + ".tsq");
            AtomicFile.Write(file, request.Encode());
            terminal.Write(Line.Of(new Span(Texts.Of("Wrote", file), Tone.Good)));
        }
        terminal.Write(Texts.Of("sign_TimestampNext"));
    }

    // All are read and checked before any is written.
    static void Attach(ImmutableArray<SignedBundle> bundles, string[] files, Terminal terminal)
    {
        var stamps = files.Select(file => Fitting(file, bundles)).ToLookup(stamp => stamp.Bundle, stamp => stamp.Response);
        foreach (var stamped in stamps)
        {
            if (stamped.Key.With(stamped) is not { } artifact)
            {
                terminal.Write(Texts.Of("sign_TimestampKnown", Path.GetFileName(stamped.Key.File)));
                continue;
            }
            var page = VerificationPage.Stamped(stamped.Key.File, artifact);
            AtomicFile.Write(artifact.Path, artifact.Content.Span);
            if (page is not null)
                AtomicFile.Write(page.Path, page.Content.Span);
            terminal.Write(Line.Of(new Span(Texts.Of("sign_Stamped", Path.GetFileName(artifact.Path)), Tone.Good)));
        }
    }

    static (SignedBundle Bundle, byte[] Response) Fitting(string file, ImmutableArray<SignedBundle> bundles)
    {
        var bytes = KeyFile.Bytes(file);
        if (bytes.Length <= Largest && StampedBundles.Response(bytes) is { } response)
        {
            foreach (var bundle in bundles)
            {
                if (TimestampReader.Read(response, bundle.Signature) is not null)
                    return (bundle, response);
            }
        }
        throw new ProblemException(Messages.Error("SB9797", file));
    }
}
