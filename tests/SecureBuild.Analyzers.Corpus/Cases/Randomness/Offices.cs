// Random values by services, generics and extension methods.
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Randomness.Offices;

// [Bad CWE-338] an extension method for strings of random characters makes tokens elsewhere
public static class RandomExtensions
{
    public static string NextText(this Random random, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
            text[i] = (char)('a' + random.Next(26));
        return new string(text);
    }
}

// [same case]
public sealed class Confirmations
{
    public string ConfirmationToken { get; } = new Random().NextText(32);
}

// [Good CWE-338] an extension method for strings of random characters makes names of test users
public static class NameExtensions
{
    public static string NextName(this Random random, int length)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++)
            text[i] = (char)('a' + random.Next(26));
        return new string(text);
    }
}

// [same case]
public sealed class Demo
{
    public string UserName { get; } = new Random().NextName(8);
}

// [Bad CWE-338] shuffled letters are a password
public static class Passwords
{
    public static string CreateTemporaryPassword()
    {
        var letters = "abcdefghijkmnopqrstuvwxyz23456789".ToCharArray();
        Random.Shared.Shuffle(letters);
        return new string(letters, 0, 10);
    }
}

// [Good CWE-338] shuffled questions
public static class Quiz
{
    public static string[] Shuffled(string[] questions)
    {
        var copy = questions.ToArray();
        Random.Shared.Shuffle(copy);
        return copy;
    }
}

// [Bad CWE-338] an API key of a new customer
public class CustomerController : ControllerBase
{
    sealed record Customer(string Name, string ApiKey);

    [HttpPost("/customers")]
    public IActionResult Create(string name)
    {
        Span<byte> key = stackalloc byte[24];
        new Random(Environment.TickCount).NextBytes(key);
        return Ok(new Customer(name, Convert.ToBase64String(key)));
    }
}

// [Good CWE-338] an API key of a new customer
public class SafeCustomerController : ControllerBase
{
    sealed record Customer(string Name, string ApiKey);

    [HttpPost("/safe-customers")]
    public IActionResult Create(string name)
    {
        Span<byte> key = stackalloc byte[24];
        RandomNumberGenerator.Fill(key);
        return Ok(new Customer(name, Convert.ToBase64String(key)));
    }
}

// [Bad CWE-330] a one-time password of the second
public static class OneTime
{
    public static string NewOtp() => (DateTime.UtcNow.Ticks % 1_000_000).ToString("D6");
}
