// How much a client may ask of a modern team's product.
using Microsoft.AspNetCore.Mvc;

namespace Corpus.Resources.Canals;

// [Bad CWE-770] a record with a size that nobody limits
public sealed record GridRequest(int Rows, int Columns);

// [same case]
public static class GridEndpoints
{
    public static void MapGrid(this WebApplication app) => app.MapPost("/grid", (GridRequest request) =>
    {
        var cells = new double[request.Rows * request.Columns];
        Array.Fill(cells, 1.0);
        return cells.Sum();
    });
}

// [Good CWE-770] a property pattern limits both sizes
public sealed record BoardRequest(int Rows, int Columns);

// [same case]
public static class BoardEndpoints
{
    public static void MapBoard(this WebApplication app) => app.MapPost("/board", (BoardRequest request) =>
    {
        if (request is not { Rows: > 0 and <= 100, Columns: > 0 and <= 100 })
            return Results.BadRequest();
        var cells = new double[request.Rows * request.Columns];
        Array.Fill(cells, 1.0);
        return Results.Ok(cells.Sum());
    });
}

// [Bad CWE-400] as many turns as the query says
public static class RepeatEndpoints
{
    public static void MapRepeat(this WebApplication app) => app.MapGet("/repeat", (string word, int times) =>
        string.Join(' ', Enumerable.Repeat(word, times)));
}

// [Good CWE-400] the constructor of the record limits the number
public sealed record Page(int Number, int Size)
{
    public int Size { get; init; } = Math.Clamp(Size, 1, 50);
}

// [same case]
public static class ListEndpoints
{
    public static void MapList(this WebApplication app) => app.MapGet("/list", ([AsParameters] Page page) =>
    {
        var items = new List<int>(page.Size);
        for (var i = 0; i < page.Size; i++)
            items.Add(i);
        return items;
    });
}
