using Grpc.Core;

var app = WebApplication.Create(args);

// [Bad CWE-918] the query's address
app.MapGet("/fetch", async (string url, HttpClient client) => await client.GetStringAsync(url));

// [Good CWE-918] the query's number
app.MapGet("/item", async (int id, HttpClient client) => await client.GetStringAsync($"https://items.example.com/{id}"));

// [Bad CWE-918] a body's property
app.MapPost("/mirror", async (Mirror mirror, IHttpClientFactory factory) =>
{
    using var client = factory.CreateClient();
    await using var stream = await client.GetStreamAsync(mirror.Source);
    return Results.Stream(stream);
});

// [Good CWE-918] the body's property has been compared with the configured host
app.MapPost("/mirror2", async (Mirror mirror, IHttpClientFactory factory, IConfiguration configuration) =>
{
    if (!Uri.TryCreate(mirror.Source, UriKind.Absolute, out var uri) || !uri.Host.Equals(configuration["Mirror:Host"], StringComparison.OrdinalIgnoreCase))
        return Results.BadRequest();
    using var client = factory.CreateClient();
    return Results.Bytes(await client.GetByteArrayAsync(uri));
});

// [Bad CWE-918] GetFromJsonAsync
app.MapGet("/price", async (string shop, HttpClient client) => await client.GetFromJsonAsync<Price>("https://" + shop + "/price.json"));

// [Good CWE-918] GetFromJsonAsync with a constant host and an encoded product
app.MapGet("/price2", async (string product, HttpClient client) => await client.GetFromJsonAsync<Price>("https://shop.example.com/price?p=" + Uri.EscapeDataString(product)));

app.Run();

record Mirror(string Source);
record Price(decimal Amount);
