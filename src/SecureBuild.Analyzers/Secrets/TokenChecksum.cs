namespace SecureBuild.Analyzers.Secrets;

/// <summary>GitHub and npm tokens end in the CRC-32 of what stands before, in six digits of base 62: one that is right was not made up.</summary>
static class TokenChecksum
{
    const int Digits = 6;
    const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Whether the last six characters are the checksum of the others.</summary>
    /// <param name="token">What follows the prefix.</param>
    public static bool IsRight(string token)
    {
        if (token.Length <= Digits)
            return false;
        long written = 0;
        for (var i = token.Length - Digits; i < token.Length; i++)
        {
            var digit = Alphabet.IndexOf(token[i]);
            if (digit < 0)
                return false;
            written = written * Alphabet.Length + digit;
        }
        return written == Crc32(token, token.Length - Digits);
    }

    static uint Crc32(string text, int length)
    {
        var crc = uint.MaxValue;
        for (var i = 0; i < length; i++)
        {
            crc ^= text[i];
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        }
        return ~crc;
    }
}
