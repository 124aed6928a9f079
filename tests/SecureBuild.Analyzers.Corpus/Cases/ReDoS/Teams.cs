// Patterns, as teams write them.
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Corpus.ReDoS.Teams;

// [Good CWE-1333] an attribute gives up after two seconds by itself
public sealed class Comment
{
    [RegularExpression(@"^(\w+\s?)*$")] public string Text { get; set; } = "";
}

// [Bad CWE-1333] a pattern of constants, joined, made at build time
public sealed partial class Names
{
    const string Part = "(?:[a-z]+)+";

    [GeneratedRegex("^" + Part + "@" + Part + "$")]
    private static partial Regex Pattern();

    private static partial Regex Pattern() => new("^" + Part + "@" + Part + "$");

    public static void Map(WebApplication app) => app.MapGet("/names", (string name) => Pattern().IsMatch(name));
}

// [Good CWE-1333] the same in linear time
public sealed class LinearNames
{
    static readonly Regex s_pattern = new("^(?:[a-z]+)+@(?:[a-z]+)+$", RegexOptions.NonBacktracking);

    public static void Map(WebApplication app) => app.MapGet("/linear-names", (string name) => s_pattern.IsMatch(name));
}

// [Bad CWE-1333] a validator of addresses in a hub
public class ChatHub : Microsoft.AspNetCore.SignalR.Hub
{
    static readonly Regex s_link = new(@"^(https?://)?([\w\-]+\.)*([\w\-]+)+(/[\w\-./?%&=]*)*$");

    public bool IsLink(string text) => s_link.IsMatch(text);
}

// [Good CWE-1333] with a time limit
public class PatientHub : Microsoft.AspNetCore.SignalR.Hub
{
    static readonly Regex s_link = new(@"^(https?://)?([\w\-]+\.)*([\w\-]+)+(/[\w\-./?%&=]*)*$", RegexOptions.None, TimeSpan.FromMilliseconds(50));

    public bool IsLink(string text) => s_link.IsMatch(text);
}
