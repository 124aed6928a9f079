using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Parcelpoint.Customers;

public class Customer
{
    public int Id { get; set; }
    public string Name { get; set; }
    public bool IsAdmin { get; set; }
    public decimal CreditLimit { get; set; }
}

public sealed record RenameCustomer(string Name);

public class CustomerDb(DbContextOptions<CustomerDb> options) : DbContext(options)
{
    public DbSet<Customer> Customers { get; set; }
}

public static class CustomerEndpoints
{
    public static RouteGroupBuilder MapCustomers(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/customers").RequireAuthorization();
        group.MapPut("/{id:int}", Update);
        group.MapPatch("/{id:int}", Rename);
        group.MapPost("/", Create);
        return group;
    }

    // [Bad CWE-915] the entity of the request is the entity of the database
    static async Task<IResult> Update(int id, Customer customer, CustomerDb db)
    {
        customer.Id = id;
        db.Update(customer);
        await db.SaveChangesAsync();
        return Results.NoContent();
    }

    // [Good CWE-915] the name, and only the name
    static async Task<IResult> Rename(int id, RenameCustomer request, CustomerDb db)
    {
        var customer = await db.Customers.FindAsync(id);
        if (customer is null)
            return Results.NotFound();
        customer.Name = request.Name;
        await db.SaveChangesAsync();
        return Results.NoContent();
    }

    // [Bad CWE-915] a new customer may be an administrator at once
    static async Task<IResult> Create([FromBody] Customer customer, CustomerDb db)
    {
        await db.Customers.AddAsync(customer);
        await db.SaveChangesAsync();
        return Results.Created($"/customers/{customer.Id}", null);
    }
}

// [Good CWE-915] the command's values are put over one by one
public sealed record CreateCustomer(string Name) : IRequest<int>;

// [same case]
public sealed class CreateCustomerHandler(CustomerDb db) : IRequestHandler<CreateCustomer, int>
{
    public async Task<int> Handle(CreateCustomer request, CancellationToken cancellationToken)
    {
        var customer = new Customer { Name = request.Name, CreditLimit = 0m };
        db.Add(customer);
        await db.SaveChangesAsync(cancellationToken);
        return customer.Id;
    }
}
