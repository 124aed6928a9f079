using SecureBuild.Verification;

namespace SecureBuild.Core.Tests.Verification;

public sealed class Ed25519Tests
{
    // RFC 8032, 7.1, tests 1 to 3.
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_vectors_of_the_standard_verify_and_no_flipped_bit_of_them_does(string key, string message, string signature)
    {
        var (data, bytes) = (Convert.FromHexString(message), Convert.FromHexString(signature));
        var verifier = Ed25519.Create(Convert.FromHexString(key))!;

        Assert.True(verifier.Verifies(data, bytes));
        Assert.False(verifier.Verifies([.. data, 0], bytes));
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.False(verifier.Verifies(data, bytes));
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void S_has_one_encoding_only()
    {
        // The same signature with the group's order added to S: mathematically equal, and refused.
        var signature = Convert.FromHexString("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        var order = System.Numerics.BigInteger.Pow(2, 252) + System.Numerics.BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
        var raised = (new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true) + order).ToByteArray(isUnsigned: true);
        raised.CopyTo(signature, 32);

        Assert.False(Ed25519.Create(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))!.Verifies([], signature));
    }

    [Theory]
    [InlineData("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")] // y = p
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")] // y = p + 1, x odd
    [InlineData("0200000000000000000000000000000000000000000000000000000000000000")] // no such point
    [InlineData("0100000000000000000000000000000000000000000000000000000000000080")] // x = 0 and odd
    public void What_is_no_point_in_its_one_encoding_is_no_key(string key) => Assert.Null(Ed25519.Create(Convert.FromHexString(key)));

    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_key_of_small_order_is_refused_because_it_signs_everything(string key)
    {
        byte[] info = [.. Convert.FromHexString("302a300506032b6570032100"), .. Convert.FromHexString(key)];

        Assert.Equal("SB9560", Assert.Throws<ProblemException>(() => PublicKeys.Read(info, "key")).Problem.Code);
    }
}
