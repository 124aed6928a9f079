using Microsoft.Data.Sqlite;

namespace GovPortal.Records;

/// <summary>Applications in SQLite, by parameters throughout.</summary>
public sealed class ApplicationStore : IDisposable
{
    readonly SqliteConnection _connection;

    public ApplicationStore(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = "CREATE TABLE IF NOT EXISTS application (number TEXT PRIMARY KEY, applicant TEXT, service TEXT, filed TEXT)";
        create.ExecuteNonQuery();
    }

    public void Add(CitizenApplication application)
    {
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO application VALUES ($number, $applicant, $service, $filed)";
        insert.Parameters.AddWithValue("$number", application.Number);
        insert.Parameters.AddWithValue("$applicant", application.Applicant);
        insert.Parameters.AddWithValue("$service", application.Service);
        insert.Parameters.AddWithValue("$filed", application.FiledAt.ToString("O"));
        insert.ExecuteNonQuery();
    }

    public string? ApplicantOf(string number)
    {
        using var select = _connection.CreateCommand();
        select.CommandText = "SELECT applicant FROM application WHERE number = $number";
        select.Parameters.AddWithValue("$number", number);
        return select.ExecuteScalar() as string;
    }

    public void Dispose() => _connection.Dispose();
}
