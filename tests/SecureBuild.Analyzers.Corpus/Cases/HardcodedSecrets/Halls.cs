// Secrets again.
using System.Net;
using System.Text;

namespace Corpus.HardcodedSecrets.Halls;

// [Bad CWE-798] a chain of calls in one expression
public static class FtpAddress
{
    public static string Create(string host) =>
        new StringBuilder("Server=").Append(host).Append(";User Id=backup;Password=").Append("B4ckup-Night#7").Append(";Encrypt=true").ToString();
}

// [Good CWE-798] a chain whose password is a parameter
public static class FtpAddressGood
{
    public static string Create(string host, string password) =>
        new StringBuilder("Server=").Append(host).Append(";User Id=backup;Password=").Append(password).Append(";Encrypt=true").ToString();
}

// [Bad CWE-798] a switch over environments
public static class ApiKeys
{
    public static string ApiKeyFor(string environment) => environment switch
    {
        "prod" => "live_9fKx72LmQpTz41VbNcRw8s",
        "test" => "test_1aBc72LmQpTz41VbNcRw8s",
        _ => throw new ArgumentOutOfRangeException(nameof(environment)),
    };
}

// [Good CWE-798] a switch over names of vault entries
public static class ApiKeyNames
{
    public static string SecretNameFor(string environment) => environment switch
    {
        "prod" => "payments-api-key-prod",
        "test" => "payments-api-key-test",
        _ => throw new ArgumentOutOfRangeException(nameof(environment)),
    };
}

// [Bad CWE-798] default value of a parameter
public class SmsClient(string user, string password = "Sm5-Gateway!")
{
    public NetworkCredential Credentials => new(user, password);
}

// [Bad CWE-798] tuple of a deconstruction
public static class Accounts
{
    static (string User, string Password) Importer => ("importer", "1mp0rt-Nightly");

    public static NetworkCredential Create()
    {
        var (user, password) = Importer;
        return new NetworkCredential(user, password);
    }
}

// [Good CWE-798] the constant is the name of an environment variable
public static class Variables
{
    const string PasswordVariable = "IMPORTER_PASSWORD";

    public static NetworkCredential Create() => new("importer", Environment.GetEnvironmentVariable(PasswordVariable));
}

// [Bad CWE-798] a fallback of GetValue
public class Cache(IConfiguration configuration)
{
    public string Connection => $"cache.contoso.com:6380,ssl=true,password={configuration.GetValue("Cache:Password", "c4che-9911-Prod")}";
}
