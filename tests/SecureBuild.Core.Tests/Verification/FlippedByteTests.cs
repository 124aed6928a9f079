using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

public sealed class FlippedByteTests
{
    [Theory]
    [InlineData("payload")]
    [InlineData("sig")]
    public void Any_flipped_byte_of_a_signed_file_is_detected(string member)
    {
        using var folder = AttestedFolder.Signed();
        var random = new Random(20261122);
        foreach (var file in (string[])[folder.Statements, folder.AttestationBundle])
        {
            var original = File.ReadAllBytes(file);
            var text = System.Text.Encoding.UTF8.GetString(original);
            var marker = text.Contains($"\"{member}\": \"", StringComparison.Ordinal) ? $"\"{member}\": \"" : $"\"{member}\":\"";
            var start = text.IndexOf(marker, StringComparison.Ordinal) + marker.Length;
            var end = text.IndexOf('"', start);
            // The last characters carry the bits that loose base64 decoders ignore.
            foreach (var place in Enumerable.Range(0, 60).Select(_ => random.Next(start, end)).Concat(Enumerable.Range(end - 4, 4)))
            {
                var changed = original.ToArray();
                changed[place] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, changed);
                Assert.True(folder.Verify().Outcome == VerificationOutcome.TamperedOrUnreadable, $"{Path.GetFileName(file)}: byte {place} (seed 20261122)");
            }
            File.WriteAllBytes(file, original);
        }
        Assert.Equal(VerificationOutcome.Satisfied, folder.Verify().Outcome);
    }
}
