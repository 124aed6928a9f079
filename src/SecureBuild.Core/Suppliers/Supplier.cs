namespace SecureBuild.Suppliers;

/// <summary>A company, authority or person behind software, as far as it is known.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its site, or null.</param>
/// <param name="Email">Where to write to, or null.</param>
/// <param name="Contact">The person or desk to ask for, or null.</param>
/// <param name="Phone">Telephone number, or null.</param>
public sealed record Supplier(string Name, string? Url = null, string? Email = null, string? Contact = null, string? Phone = null);
