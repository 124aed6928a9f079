using System.Security.Cryptography;
using System.Text;

namespace Shop.Vectors;

public class Cards(byte[] key)
{
    // [Bad CWE-329] the vector is zeros
    public byte[] Encrypt(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = new byte[16];
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }

    // [Good CWE-329] the vector is random
    public byte[] EncryptRandomly(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = RandomNumberGenerator.GetBytes(16);
        using var encryptor = aes.CreateEncryptor();
        return [.. aes.IV, .. encryptor.TransformFinalBlock(data, 0, data.Length)];
    }

    // [Bad CWE-329] the vector is written down
    public byte[] EncryptText(string text)
    {
        using var aes = Aes.Create();
        var iv = Encoding.ASCII.GetBytes("abcdefgh12345678");
        return aes.CreateEncryptor(key, iv).TransformFinalBlock(Encoding.UTF8.GetBytes(text), 0, text.Length);
    }

    // [Good CWE-329] the array is filled before it is used
    public byte[] EncryptFilled(byte[] data)
    {
        var iv = new byte[16];
        RandomNumberGenerator.Fill(iv);
        using var aes = Aes.Create();
        aes.Key = key;
        return [.. iv, .. aes.EncryptCbc(data, iv)];
    }

    // [Good CWE-329] the vector comes with the message
    public byte[] Decrypt(byte[] message)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var iv = new byte[16];
        Array.Copy(message, 0, iv, 0, iv.Length);
        return aes.CreateDecryptor(key, iv).TransformFinalBlock(message, 16, message.Length - 16);
    }

    // [Bad CWE-323] the nonce is always the same
    public void Seal(byte[] plain, byte[] cipher, byte[] tag)
    {
        var nonce = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, plain, cipher, tag);
    }

    // [Bad CWE-323] the nonce is an empty array of the right length
    public void SealWithZeros(byte[] plain, byte[] cipher, byte[] tag)
    {
        using var ccm = new AesCcm(key);
        ccm.Encrypt(new byte[12], plain, cipher, tag);
    }

    // [Good CWE-323] the nonce is drawn for each message
    public byte[] SealFresh(byte[] plain, byte[] cipher, byte[] tag)
    {
        byte[] nonce = new byte[12];
        using (var generator = RandomNumberGenerator.Create())
            generator.GetBytes(nonce);
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, plain, cipher, tag);
        return nonce;
    }

    // [Bad CWE-329] the key is the vector as well
    public byte[] KeyAsVector(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(data, aes.Key.AsSpan(0, 16));
    }

    // [Good CWE-329] the class makes a random vector by itself
    public byte[] OwnVector(Stream output, byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        output.Write(aes.IV);
        using var stream = new CryptoStream(output, aes.CreateEncryptor(), CryptoStreamMode.Write, leaveOpen: true);
        stream.Write(data);
        return aes.IV;
    }

    // [Good CWE-323] a counter that never repeats makes the nonce
    public void Counted(long sequence, byte[] plain, byte[] cipher, byte[] tag)
    {
        Span<byte> nonce = stackalloc byte[12];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(nonce[4..], sequence);
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, plain, cipher, tag);
    }
}

// [Bad CWE-329] a static field is everybody's vector
public class SessionCipher
{
    private static readonly byte[] Vector = [0x12, 0x34, 0x56, 0x78, 0x90, 0xab, 0xcd, 0xef, 0x12, 0x34, 0x56, 0x78, 0x90, 0xab, 0xcd, 0xef];

    public ICryptoTransform For(byte[] key)
    {
        var aes = Aes.Create();
        return aes.CreateEncryptor(key, Vector);
    }
}

// [Good CWE-329] the field is filled with random bytes for each object
public class OneMessageCipher
{
    private readonly byte[] _vector = RandomNumberGenerator.GetBytes(16);

    public ICryptoTransform For(byte[] key)
    {
        var aes = Aes.Create();
        return aes.CreateEncryptor(key, _vector);
    }
}

// [Bad CWE-329] a constant in base 64
public class Preferences(byte[] key)
{
    const string Iv = "MTIzNDU2Nzg5MDEyMzQ1Ng==";

    public byte[] Hide(byte[] data)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        aes.IV = Convert.FromBase64String(Iv);
        return aes.CreateEncryptor().TransformFinalBlock(data, 0, data.Length);
    }
}

// [Good CWE-329] the vector is read from the message's header
public class Reader(byte[] key)
{
    public Stream Open(Stream source, string header)
    {
        var aes = Aes.Create();
        aes.Key = key;
        aes.IV = Convert.FromBase64String(header);
        return new CryptoStream(source, aes.CreateDecryptor(), CryptoStreamMode.Read);
    }
}
