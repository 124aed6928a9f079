using Microsoft.EntityFrameworkCore;

var app = WebApplication.Create(args);

// [Bad CWE-915] the entity is the body
app.MapPost("/products", async (Product product, CatalogContext db) =>
{
    db.Products.Add(product);
    await db.SaveChangesAsync();
    return Results.Created($"/products/{product.Id}", product);
});

// [Good CWE-915] a request object is the body
app.MapPost("/products/new", async (NewProduct request, CatalogContext db) =>
{
    var product = new Product { Title = request.Title };
    db.Products.Add(product);
    await db.SaveChangesAsync();
    return Results.Created($"/products/{product.Id}", product);
});

// [Good CWE-915] the entity is read and answered
app.MapGet("/products/{id:int}", async (int id, CatalogContext db) => await db.Products.FindAsync(id));

app.Run();

public class Product { public int Id { get; set; } public string Title { get; set; } = ""; public bool Approved { get; set; } public string OwnerId { get; set; } = ""; }
public sealed record NewProduct(string Title);
public abstract class CatalogContext : DbContext { public abstract DbSet<Product> Products { get; } }
