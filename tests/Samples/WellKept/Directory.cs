using System.Collections.Frozen;
using System.Data;
using System.Data.Common;
using System.DirectoryServices.Protocols;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace WellKept.Directory;

/// <summary>People in an LDAP directory: found by name, signed in by binding.</summary>
public sealed partial class StaffDirectory(LdapConnection connection, StaffDirectoryOptions options, ILogger<StaffDirectory> log)
{
    static readonly string[] s_attributes = ["uid", "cn", "mail", "memberOf"];

    public SearchResponse? FindByLogin(string login)
    {
        if (!Login().IsMatch(login))
            return null;
        var request = new SearchRequest(options.Base, $"(&(objectClass=person)(uid={login}))", SearchScope.Subtree, s_attributes);
        log.LogDebug("Looking for {Login}", login);
        return connection.SendRequest(request) as SearchResponse;
    }

    public SearchResponse? Search(string text)
    {
        var escaped = LdapText.Filter(text);
        var request = new SearchRequest { DistinguishedName = options.Base, Filter = "(|(cn=*" + escaped + "*)(mail=" + escaped + "*))" };
        return connection.SendRequest(request) as SearchResponse;
    }

    public string NameOf(string unit, string person)
    {
        var name = new StringBuilder();
        name.Append("cn=").Append(LdapText.Name(person));
        name.Append(",ou=").Append(LdapText.Name(unit));
        return name.Append(',').Append(options.Base).ToString();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/staff").RequireAuthorization();
        staff.MapGet("/search", (string q, StaffDirectory directory) => directory.Search(q) is { } found ? Results.Ok(found) : Results.NotFound());
        staff.MapGet("/{login}", (string login, StaffDirectory directory) => directory.FindByLogin(login) is { } found ? Results.Ok(found) : Results.NotFound());
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9._-]{1,31}\z")]
    private static partial Regex Login();
}

public sealed record StaffDirectoryOptions(string Base);

/// <summary>RFC 4515 for filters, RFC 4514 for names.</summary>
static class LdapText
{
    public static string Filter(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => escaped.Append(@"\5c"),
                '*' => escaped.Append(@"\2a"),
                '(' => escaped.Append(@"\28"),
                ')' => escaped.Append(@"\29"),
                '\0' => escaped.Append(@"\00"),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    public static string Name(string value)
    {
        var escaped = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] is ',' or '+' or '"' or '\\' or '<' or '>' or ';' or '=' || i == 0 && value[i] is ' ' or '#' || i == value.Length - 1 && value[i] == ' ')
                escaped.Append('\\');
            escaped.Append(value[i]);
        }
        return escaped.ToString();
    }
}

/// <summary>SQL whose values are always parameters, whoever writes it.</summary>
[InterpolatedStringHandler]
public readonly struct SqlText(int literalLength, int formattedCount)
{
    readonly StringBuilder _text = new(literalLength + 4 * formattedCount);
    readonly List<object?> _values = new(formattedCount);

    public string Text => _text.ToString();

    public IReadOnlyList<object?> Values => _values;

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted<T>(T value)
    {
        _text.Append("@p").Append(_values.Count);
        _values.Add(value);
    }
}

public sealed class Database(DbDataSource source)
{
    public async Task<int> ExecuteAsync(SqlText sql, CancellationToken cancellation = default)
    {
        await using var command = source.CreateCommand(sql.Text);
        for (var i = 0; i < sql.Values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "p" + i;
            parameter.Value = sql.Values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>Builds a SELECT piece by piece. Columns and directions come from lists, values become parameters.</summary>
public sealed class SelectBuilder
{
    static readonly FrozenDictionary<string, string> s_columns = new Dictionary<string, string>
    {
        ["name"] = "p.full_name",
        ["hired"] = "p.hired_on",
        ["salary"] = "p.salary",
    }.ToFrozenDictionary();

    readonly List<string> _conditions = [];
    readonly Dictionary<string, object?> _parameters = [];
    string _order = "p.id";

    public SelectBuilder Where(string column, string comparison, object? value)
    {
        if (!s_columns.TryGetValue(column, out var known))
            throw new ArgumentOutOfRangeException(nameof(column), "Unknown column.");
        var operation = comparison switch
        {
            "eq" => "=",
            "lt" => "<",
            "gt" => ">",
            "like" => "LIKE",
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };
        var name = "v" + _parameters.Count;
        _parameters[name] = value;
        _conditions.Add($"{known} {operation} @{name}");
        return this;
    }

    public SelectBuilder OrderBy(string? column, bool descending)
    {
        if (column is not null && s_columns.TryGetValue(column, out var known))
            _order = known + (descending ? " DESC" : " ASC");
        return this;
    }

    public (string Sql, DynamicParameters Parameters) Build(int skip, int take)
    {
        var where = _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions);
        var parameters = new DynamicParameters();
        foreach (var (name, value) in _parameters)
            parameters.Add(name, value);
        return ($"SELECT p.id, p.full_name FROM person p{where} ORDER BY {_order} OFFSET {skip} ROWS FETCH NEXT {take} ROWS ONLY", parameters);
    }
}

public sealed record Person(int Id, string FullName);

public sealed record PersonFilter(string? Name, decimal? MinSalary, DateOnly? HiredBefore, string? Sort, bool Descending, int Page)
{
    public string? NamePattern => Name is null ? null : Name.Replace("[", "[[]", StringComparison.Ordinal).Replace("%", "[%]", StringComparison.Ordinal).Replace("_", "[_]", StringComparison.Ordinal) + "%";
}

public sealed class PersonRepository(Func<SqlConnection> connect, Func<NpgsqlConnection> connectReports)
{
    const string Columns = "p.id, p.full_name";
    const string ById = "SELECT " + Columns + " FROM person p WHERE p.id = @id";
    const int PageSize = 25;

    public async Task<IReadOnlyList<Person>> FindAsync(PersonFilter filter)
    {
        var builder = new SelectBuilder();
        if (filter.NamePattern is { } pattern)
            builder.Where("name", "like", pattern);
        if (filter.MinSalary is { } salary)
            builder.Where("salary", "gt", salary);
        if (filter.HiredBefore is { } date)
            builder.Where("hired", "lt", date.ToDateTime(TimeOnly.MinValue));
        var (sql, parameters) = builder.OrderBy(filter.Sort, filter.Descending).Build(PageSize * Math.Max(0, filter.Page), PageSize);
        using var connection = connect();
        return [.. await connection.QueryAsync<Person>(sql, parameters)];
    }

    public async Task<Person?> FindAsync(int id)
    {
        using var connection = connect();
        return (await connection.QueryAsync<Person>(ById, new { id })).FirstOrDefault();
    }

    public async Task<IReadOnlyList<Person>> FindAllAsync(IReadOnlyCollection<string> logins)
    {
        using var connection = connect();
        await connection.OpenAsync();
        using var command = connection.CreateCommand();
        var names = logins.Select((_, i) => "@l" + i).ToArray();
        command.CommandText = $"SELECT {Columns} FROM person p WHERE p.login IN ({string.Join(", ", names)})";
        foreach (var (name, login) in names.Zip(logins))
            command.Parameters.AddWithValue(name, login);
        var found = new List<Person>();
        using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            found.Add(new(reader.GetInt32(0), reader.GetString(1)));
        return found;
    }

    public async Task<long> CountAsync(string table, string? state)
    {
        string from = table switch
        {
            "people" => "person",
            "contracts" => "contract",
            _ => throw new ArgumentException("Unknown table.", nameof(table)),
        };
        using var connection = connectReports();
        await connection.OpenAsync();
        using var command = new NpgsqlCommand("SELECT count(*) FROM " + from + (state is null ? "" : " WHERE state = $1"), connection);
        if (state is not null)
            command.Parameters.Add(new NpgsqlParameter { Value = state });
        return (long)(command.ExecuteScalar() ?? 0L);
    }

    public async Task RaiseAsync(int[] ids, decimal percent)
    {
        using var connection = connect();
        await connection.OpenAsync();
        using var transaction = connection.BeginTransaction();
        using var command = new SqlCommand("raise_salaries", connection, transaction) { CommandType = CommandType.StoredProcedure };
        command.Parameters.AddWithValue("@ids", string.Join(',', ids));
        command.Parameters.AddWithValue("@percent", percent);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/people").RequireAuthorization("human-resources");
        people.MapGet("/", ([AsParameters] PersonFilter filter, PersonRepository repository) => repository.FindAsync(filter));
        people.MapGet("/{id:int}", async (int id, PersonRepository repository) => await repository.FindAsync(id) is { } person ? Results.Ok(person) : Results.NotFound());
        people.MapPost("/find", (string[] logins, PersonRepository repository) => repository.FindAllAsync(logins));
        people.MapGet("/count/{table}", (string table, string? state, PersonRepository repository) => repository.CountAsync(table, state));
        people.MapPut("/{id:int}/note", async (int id, Note note, Database database) =>
            await database.ExecuteAsync($"UPDATE person SET note = {note.Text}, changed = {DateTime.UtcNow} WHERE id = {id}") == 1 ? Results.NoContent() : Results.NotFound());
    }

    public sealed record Note(string Text);
}
