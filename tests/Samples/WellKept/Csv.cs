using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace WellKept.Csv;

[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public int Order { get; init; }
}

public sealed record CsvOptions
{
    public static CsvOptions Default { get; } = new();

    public char Separator { get; init; } = ',';

    public char Quote { get; init; } = '"';

    public string NewLine { get; init; } = "\r\n";

    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>Cells that a spreadsheet would take for a formula get an apostrophe in front.</summary>
    public bool DefuseFormulas { get; init; } = true;

    public int MaxFieldLength { get; init; } = 1_000_000;
}

public sealed class CsvFormatException(string message, long line) : FormatException($"Line {line}: {message}")
{
    public long Line => line;
}

/// <summary>Reads records one after the other, quoted fields with line breaks included.</summary>
public sealed class CsvReader(TextReader source, CsvOptions? options = null) : IDisposable
{
    readonly CsvOptions _options = options ?? CsvOptions.Default;
    readonly char[] _buffer = new char[8192];
    readonly StringBuilder _field = new();
    int _position, _length;
    long _line = 1;

    public static CsvReader Open(string path, CsvOptions? options = null) => new(new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true), options);

    public async IAsyncEnumerable<IReadOnlyList<string>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var fields = new List<string>();
        var quoted = false;
        var any = false;
        while (await NextAsync(cancellation) is { } c)
        {
            any = true;
            if (quoted)
            {
                if (c == _options.Quote)
                {
                    if (await PeekAsync(cancellation) == _options.Quote)
                    {
                        _position++;
                        Append(c);
                    }
                    else
                    {
                        quoted = false;
                    }
                }
                else
                {
                    Append(c);
                }
            }
            else if (c == _options.Quote && _field.Length == 0)
            {
                quoted = true;
            }
            else if (c == _options.Separator)
            {
                fields.Add(Take());
            }
            else if (c == '\n')
            {
                fields.Add(Take());
                yield return fields.ToArray();
                fields.Clear();
                any = false;
            }
            else if (c != '\r')
            {
                Append(c);
            }
            if (c == '\n')
                _line++;
        }
        if (quoted)
            throw new CsvFormatException("A quoted field does not end.", _line);
        if (any)
        {
            fields.Add(Take());
            yield return fields;
        }
    }

    public void Dispose() => source.Dispose();

    void Append(char c)
    {
        if (_field.Length == _options.MaxFieldLength)
            throw new CsvFormatException("The field is too long.", _line);
        _field.Append(c);
    }

    string Take()
    {
        var text = _field.ToString();
        _field.Clear();
        return text;
    }

    async ValueTask<char?> NextAsync(CancellationToken cancellation) => await FillAsync(cancellation) ? _buffer[_position++] : null;

    async ValueTask<char?> PeekAsync(CancellationToken cancellation) => await FillAsync(cancellation) ? _buffer[_position] : null;

    async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (_position < _length)
            return true;
        _position = 0;
        _length = await source.ReadAsync(_buffer, cancellation);
        return _length > 0;
    }
}

/// <summary>Turns records into objects by the names of the first line; compiled once for each type.</summary>
public sealed class CsvMapper<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties | DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T> where T : new()
{
    static readonly (PropertyInfo Property, string Name)[] s_columns =
    [
        .. from property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
           let column = property.GetCustomAttribute<ColumnAttribute>()
           where property.CanWrite
           orderby column?.Order ?? int.MaxValue
           select (property, column?.Name ?? property.Name),
    ];

    readonly CsvOptions _options;
    readonly List<Action<T, string>?> _setters = [];

    public CsvMapper(IEnumerable<string> header, CsvOptions? options = null)
    {
        _options = options ?? CsvOptions.Default;
        foreach (var name in header)
            _setters.Add(s_columns.FirstOrDefault(column => column.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Property is { } property ? Setter(property) : null);
    }

    public T Map(IReadOnlyList<string> record, long line)
    {
        var item = new T();
        for (var i = 0; i < Math.Min(record.Count, _setters.Count); i++)
        {
            try
            {
                _setters[i]?.Invoke(item, record[i]);
            }
            catch (Exception e) when (e is FormatException or NotSupportedException or OverflowException)
            {
                throw new CsvFormatException($"'{record[i]}' is no value of {s_columns[i].Name}.", line);
            }
        }
        return item;
    }

    Action<T, string> Setter(PropertyInfo property)
    {
        var converter = TypeDescriptor.GetConverter(property.PropertyType);
        var target = Expression.Parameter(typeof(T));
        var value = Expression.Parameter(typeof(object));
        var assign = Expression.Lambda<Action<T, object?>>(Expression.Assign(Expression.Property(target, property), Expression.Convert(value, property.PropertyType)), target, value).Compile();
        return (item, text) => assign(item, property.PropertyType == typeof(string) ? text : text.Length == 0 ? null : converter.ConvertFromString(null, _options.Culture, text));
    }
}

public sealed partial class CsvWriter(TextWriter destination, CsvOptions? options = null) : IAsyncDisposable
{
    readonly CsvOptions _options = options ?? CsvOptions.Default;

    public async Task WriteAsync(IEnumerable<object?> record, CancellationToken cancellation = default)
    {
        var line = new StringBuilder();
        foreach (var value in record)
        {
            if (line.Length > 0)
                line.Append(_options.Separator);
            line.Append(Cell(value));
        }
        line.Append(_options.NewLine);
        await destination.WriteAsync(line, cancellation);
    }

    public async Task WriteAllAsync<T>(IEnumerable<T> items, CancellationToken cancellation = default)
    {
        var properties = typeof(T).GetProperties();
        await WriteAsync(properties.Select(property => property.GetCustomAttribute<ColumnAttribute>()?.Name ?? property.Name), cancellation);
        foreach (var item in items)
            await WriteAsync(properties.Select(property => property.GetValue(item)), cancellation);
    }

    public ValueTask DisposeAsync() => destination.DisposeAsync();

    string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTime time => time.ToString("O", _options.Culture),
            IFormattable formattable => formattable.ToString(null, _options.Culture),
            _ => value.ToString() ?? "",
        };
        if (_options.DefuseFormulas && value is string && Formula().IsMatch(text))
            text = "'" + text;
        return text.AsSpan().IndexOfAny(_options.Separator, _options.Quote, '\n') >= 0 || text.Contains('\r', StringComparison.Ordinal)
            ? _options.Quote + text.Replace(_options.Quote.ToString(), new string(_options.Quote, 2), StringComparison.Ordinal) + _options.Quote
            : text;
    }

    [GeneratedRegex(@"^[=+\-@\t\r]")]
    private static partial Regex Formula();
}

/// <summary>An import from the web: the records of an upload into a table of customers.</summary>
public static class CustomerImport
{
    public sealed class Customer
    {
        [Column("customer_no", Order = 1)]
        public int Number { get; set; }

        [Column("name", Order = 2)]
        public string Name { get; set; } = "";

        [Column("since", Order = 3)]
        public DateOnly? Since { get; set; }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/customers/import", async (IFormFile file, CancellationToken cancellation) =>
        {
            if (file.Length > 5_000_000 || !Path.GetExtension(file.FileName).Equals(".csv", StringComparison.OrdinalIgnoreCase))
                return Results.BadRequest("This is no CSV file of at most 5 MB.");
            try
            {
                var customers = await ReadAsync(file, cancellation);
                return Results.Ok(new { imported = customers.Count, first = customers.MinBy(customer => customer.Since)?.Number });
            }
            catch (CsvFormatException e)
            {
                return Results.BadRequest(new { error = "The file cannot be read.", line = e.Line });
            }
        }).RequireAuthorization();
        routes.MapGet("/customers/export", (HttpContext context) =>
        {
            context.Response.ContentType = "text/csv";
            context.Response.Headers.ContentDisposition = "attachment; filename=customers.csv";
            return new CsvWriter(new StreamWriter(context.Response.Body)).WriteAllAsync<Customer>([], context.RequestAborted);
        }).RequireAuthorization();
    }

    static async Task<List<Customer>> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var reader = new CsvReader(new StreamReader(file.OpenReadStream()));
        var customers = new List<Customer>();
        CsvMapper<Customer>? mapper = null;
        await foreach (var record in reader.ReadAsync(cancellation))
        {
            if (mapper is null)
                mapper = new(record);
            else
                customers.Add(mapper.Map(record, customers.Count + 2));
        }
        return customers;
    }
}
