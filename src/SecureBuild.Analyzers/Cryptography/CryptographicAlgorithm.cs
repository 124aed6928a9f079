using System;
using System.Collections.Generic;
using System.Linq;
using SecureBuild.Analyzers.Secrets;

namespace SecureBuild.Analyzers.Cryptography;

/// <summary>An entry of <c>CryptographicAlgorithms.txt</c>: what a class of System.Security.Cryptography stands for.</summary>
sealed class CryptographicAlgorithm
{
    static readonly Dictionary<string, CryptographicAlgorithm> s_classes = DataFile.Entries("CryptographicAlgorithms.txt", 4, "Cryptography")
        .ToDictionary(static entry => entry[0], static entry => new CryptographicAlgorithm(entry[1], entry[2], entry[3]), StringComparer.Ordinal);

    CryptographicAlgorithm(string name, string primitive, string quantum)
    {
        Name = name;
        Primitive = primitive;
        Quantum = quantum;
    }

    /// <summary>The names of all classes.</summary>
    public static string[] Classes { get; } = s_classes.Keys.ToArray();

    /// <summary>The algorithm's own name, as <c>ECDSA</c>.</summary>
    public string Name { get; }

    /// <summary>CycloneDX's word for what it is: <c>signature</c>, <c>pke</c>, <c>hash</c>, <c>mac</c>, <c>kdf</c>, <c>ae</c>, <c>block-cipher</c>, <c>kem</c>, <c>key-agree</c>.</summary>
    public string Primitive { get; }

    /// <summary><c>vulnerable</c> (broken by Shor's algorithm), <c>weakened</c> (half the bits by Grover's), <c>resistant</c>.</summary>
    public string Quantum { get; }

    /// <summary>The algorithm of the class, or null.</summary>
    public static CryptographicAlgorithm? Of(string className) => s_classes.TryGetValue(className, out var algorithm) ? algorithm : null;
}
