// Logs of a modern team's product.
using Microsoft.AspNetCore.Mvc;

namespace Corpus.LogInjection.Canals;

// [Bad CWE-117] a decorator of handlers logs the request's text
public interface IUseCase<in TIn, TOut> { Task<TOut> RunAsync(TIn input); }

// [same case]
public sealed class Logged<TIn, TOut>(IUseCase<TIn, TOut> inner, ILogger<Logged<TIn, TOut>> logger) : IUseCase<TIn, TOut>
{
    public async Task<TOut> RunAsync(TIn input)
    {
        logger.LogInformation($"Running with {input}");
        return await inner.RunAsync(input);
    }
}

// [same case]
public static class RenameEndpoints
{
    public static void MapRename(this WebApplication app, Logged<string, bool> rename) =>
        app.MapPost("/rename", async ([FromForm] string name) => await rename.RunAsync(name) ? Results.Ok() : Results.NotFound());
}

// [Good CWE-117] an extension method makes one line of the text by string.Create
public static class OneLineExtensions
{
    public static string OneLine(this string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsControl(source[i]) ? '_' : source[i];
    });
}

// [same case]
public static class CommentEndpoints
{
    public static void MapComments(this WebApplication app) => app.MapPost("/comments", ([FromForm] string text, ILogger<ChannelMarker> logger) =>
    {
        logger.LogInformation($"Comment: {text.OneLine()}");
        return Results.Ok();
    });
}

public sealed class ChannelMarker;

// [Bad CWE-117] an extension method that shortens and calls itself clean
public static class CleanExtensions
{
    public static string Clean(this string? text) => text is { Length: > 100 } ? text[..100] + "…" : text?.Trim() ?? "";
}

// [same case]
public static class ReviewEndpoints
{
    public static void MapReviews(this WebApplication app) => app.MapPost("/reviews", ([FromForm] string text, ILogger<ChannelMarker> logger) =>
    {
        logger.LogInformation($"Review: {text.Clean()}");
        return Results.Ok();
    });
}
