namespace SecureBuild.Verification;

/// <summary>A parameter set of FIPS 204, table 1; those of both sets that are accepted here share the rest.</summary>
/// <param name="Rows">k: polynomials of the public key.</param>
/// <param name="Columns">l: polynomials of the response.</param>
/// <param name="Weight">τ: coefficients of the challenge that are not zero.</param>
/// <param name="Challenge">λ / 4: bytes of the challenge.</param>
/// <param name="Slack">β: by how much the response stays below its bound.</param>
/// <param name="Hints">ω: most hints.</param>
sealed record MLDsaParameters(int Rows, int Columns, int Weight, int Challenge, int Slack, int Hints)
{
    /// <summary>ML-DSA-65: security category 3.</summary>
    public static MLDsaParameters Set65 { get; } = new(6, 5, 49, 48, 196, 55);

    /// <summary>ML-DSA-87: security category 5.</summary>
    public static MLDsaParameters Set87 { get; } = new(8, 7, 60, 64, 120, 75);

    /// <summary>Bytes of a public key: the seed of the matrix, and ten bits for each coefficient.</summary>
    public int KeyLength => 32 + 320 * Rows;

    /// <summary>Bytes of a signature: challenge, response with twenty bits for each coefficient, hints.</summary>
    public int SignatureLength => Challenge + 640 * Columns + Hints + Rows;
}
