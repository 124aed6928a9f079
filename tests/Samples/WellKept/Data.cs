using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace WellKept.Data;

/// <summary>Gives a property another column than the one of its name.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Rows of one type in one table: every value is a parameter, every name comes from the type.</summary>
public sealed class Table<T>(DbConnection connection, string? name = null) where T : class, new()
{
    readonly Mapping _mapping = Mapping.Of(typeof(T), name);

    public async Task<IReadOnlyList<T>> AllAsync(CancellationToken cancellation = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _mapping.Select;
        return await ReadAsync(command, cancellation);
    }

    public async Task<IReadOnlyList<T>> WhereAsync<TValue>(Expression<Func<T, TValue>> property, TValue value, CancellationToken cancellation = default)
    {
        var column = _mapping.ColumnOf(NameOf(property));
        await using var command = connection.CreateCommand();
        command.CommandText = $"{_mapping.Select} where {column} = @value";
        Add(command, "@value", value);
        return await ReadAsync(command, cancellation);
    }

    public async Task<T?> FindAsync(object key, CancellationToken cancellation = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _mapping.Select + " where " + _mapping.Key.Name + " = @key";
        Add(command, "@key", key);
        var rows = await ReadAsync(command, cancellation);
        return rows.Count == 0 ? null : rows[0];
    }

    public async Task<int> InsertAsync(T row, CancellationToken cancellation = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _mapping.Insert;
        foreach (var column in _mapping.Columns)
            Add(command, column.Parameter, column.Property.GetValue(row));
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<int> UpdateAsync(T row, CancellationToken cancellation = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = _mapping.Update;
        foreach (var column in _mapping.Columns)
            Add(command, column.Parameter, column.Property.GetValue(row));
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<int> DeleteAsync(IReadOnlyCollection<object> keys, CancellationToken cancellation = default)
    {
        if (keys.Count == 0)
            return 0;
        await using var command = connection.CreateCommand();
        var names = new List<string>();
        foreach (var key in keys)
        {
            var parameter = "@k" + names.Count;
            Add(command, parameter, key);
            names.Add(parameter);
        }
        command.CommandText = $"delete from {_mapping.Table} where {_mapping.Key.Name} in ({string.Join(", ", names)})";
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    async Task<IReadOnlyList<T>> ReadAsync(DbCommand command, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var row = new T();
            for (var i = 0; i < _mapping.Columns.Count; i++)
                if (!await reader.IsDBNullAsync(i, cancellation))
                    _mapping.Columns[i].Property.SetValue(row, reader.GetValue(i));
            rows.Add(row);
        }
        return rows;
    }

    static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    static string NameOf<TValue>(Expression<Func<T, TValue>> property) =>
        property.Body is MemberExpression { Member: PropertyInfo found } ? found.Name : throw new ArgumentException("A property of the row is expected.", nameof(property));
}

sealed class Mapping
{
    static readonly ConcurrentDictionary<(Type, string?), Mapping> s_known = new();

    Mapping(Type type, string? table)
    {
        Table = Quote(table ?? type.Name);
        Columns = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property is { CanRead: true, CanWrite: true }).Select(property => new Column(property))];
        Key = Columns.FirstOrDefault(column => column.Property.Name == "Id") ?? throw new ArgumentException($"{type.Name} has no property Id.", nameof(type));
        var names = string.Join(", ", Columns.Select(column => column.Name));
        Select = $"select {names} from {Table}";
        Insert = $"insert into {Table} ({names}) values ({string.Join(", ", Columns.Select(column => column.Parameter))})";
        var update = new StringBuilder("update ").Append(Table).Append(" set ");
        update.AppendJoin(", ", Columns.Where(column => column != Key).Select(column => $"{column.Name} = {column.Parameter}"));
        Update = update.Append(" where ").Append(Key.Name).Append(" = ").Append(Key.Parameter).ToString();
    }

    public string Table { get; }

    public IReadOnlyList<Column> Columns { get; }

    public Column Key { get; }

    public string Select { get; }

    public string Insert { get; }

    public string Update { get; }

    public static Mapping Of(Type type, string? table) => s_known.GetOrAdd((type, table), static key => new(key.Item1, key.Item2));

    public string ColumnOf(string property) => Columns.FirstOrDefault(column => column.Property.Name == property)?.Name ?? throw new ArgumentException("No such column.", nameof(property));

    internal static string Quote(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? "\"" + name + "\"" : throw new ArgumentException("No name of a table or column.", nameof(name));
}

sealed class Column(PropertyInfo property)
{
    public PropertyInfo Property { get; } = property;

    public string Name { get; } = Mapping.Quote(property.GetCustomAttribute<ColumnNameAttribute>()?.Name ?? property.Name);

    public string Parameter { get; } = "@" + property.Name;
}
