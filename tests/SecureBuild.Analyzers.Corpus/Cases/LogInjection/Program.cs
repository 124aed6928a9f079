var app = WebApplication.Create(args);

// [Bad CWE-117] the application's own logger
app.MapGet("/search", (string term) =>
{
    app.Logger.LogInformation("Search for " + term);
    return Results.Ok();
});

// [Good CWE-117] the application's own logger, without line breaks
app.MapGet("/search2", (string term) =>
{
    app.Logger.LogInformation("Search for " + term.ReplaceLineEndings(" "));
    return Results.Ok();
});

// [Bad CWE-117] a logger in the handler's parameters
app.MapPost("/order", (Order order, ILogger<Order> logger) => logger.LogWarning($"Order of {order.Customer}"));

// [Good CWE-117] a number of the body
app.MapPost("/order2", (Order order, ILogger<Order> logger) => logger.LogWarning($"Order of {order.Amount} pieces"));

// [Bad CWE-117] a local function logs
app.MapGet("/note", (string text) =>
{
    Note("note: " + text);
    return Results.Ok();
    void Note(string line) => Console.Error.WriteLine(line);
});

app.Run();

record Order(string Customer, int Amount);
