using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace SecureBuild.Cli.Timestamps;

/// <summary>A time-stamping authority that the user named (RFC 3161, 3.4): the one place of this tool that uses the network.</summary>
/// <param name="address">Its address.</param>
sealed class TimestampAuthority(Uri address)
{
    const int Largest = 1 << 20;

    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>A stamp over a signature, checked before it is given back.</summary>
    /// <returns>The authority's response.</returns>
    /// <exception cref="ProblemException">SB9432 it could not be reached or refused; SB9433 what it answered is no stamp over this signature.</exception>
    public byte[] Stamp(ReadOnlyMemory<byte> signature)
    {
        var request = Rfc3161TimestampRequest.CreateFromData(signature.Span, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        var response = Ask(request.Encode());
        try
        {
            request.ProcessResponse(response, out var read);
            if (read == response.Length && TimestampReader.Read(response, signature) is not null)
                return response;
        }
        // Refused, or something else altogether.
        catch (CryptographicException)
        {
        }
        throw new ProblemException(Messages.Error("SB9433", arguments: address.Host));
    }

    byte[] Ask(byte[] request)
    {
        using HttpClient client = new() { Timeout = s_patience, MaxResponseContentBufferSize = Largest };
        using HttpRequestMessage message = new(HttpMethod.Post, address) { Content = new ByteArrayContent(request) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        try
        {
            using var answer = client.Send(message);
            using var stream = answer.EnsureSuccessStatusCode().Content.ReadAsStream();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            throw new ProblemException(Messages.Error("SB9432", arguments: [address.Host, exception is HttpRequestException { StatusCode: { } status } ? (int)status : exception.GetType().Name]), exception);
        }
    }
}
