// Stand-ins for ADO.NET providers: the public names, no behaviour.
namespace System.Data.Stubs
{
    public abstract class Reader : System.Data.Common.DbDataReader
    {
        public override int Depth => throw null;
        public override int FieldCount => throw null;
        public override bool HasRows => throw null;
        public override bool IsClosed => throw null;
        public override int RecordsAffected => throw null;
        public override object this[int ordinal] => throw null;
        public override object this[string name] => throw null;
        public override bool GetBoolean(int ordinal) => throw null;
        public override byte GetByte(int ordinal) => throw null;
        public override long GetBytes(int ordinal, long dataOffset, byte[] buffer, int bufferOffset, int length) => throw null;
        public override char GetChar(int ordinal) => throw null;
        public override long GetChars(int ordinal, long dataOffset, char[] buffer, int bufferOffset, int length) => throw null;
        public override string GetDataTypeName(int ordinal) => throw null;
        public override DateTime GetDateTime(int ordinal) => throw null;
        public override decimal GetDecimal(int ordinal) => throw null;
        public override double GetDouble(int ordinal) => throw null;
        public override System.Collections.IEnumerator GetEnumerator() => throw null;
        public override Type GetFieldType(int ordinal) => throw null;
        public override float GetFloat(int ordinal) => throw null;
        public override Guid GetGuid(int ordinal) => throw null;
        public override short GetInt16(int ordinal) => throw null;
        public override int GetInt32(int ordinal) => throw null;
        public override long GetInt64(int ordinal) => throw null;
        public override string GetName(int ordinal) => throw null;
        public override int GetOrdinal(string name) => throw null;
        public override string GetString(int ordinal) => throw null;
        public override object GetValue(int ordinal) => throw null;
        public override int GetValues(object[] values) => throw null;
        public override bool IsDBNull(int ordinal) => throw null;
        public override bool NextResult() => throw null;
        public override bool Read() => throw null;
    }
}

namespace Microsoft.Data.SqlClient
{
    public sealed class SqlConnection : System.Data.Stubs.Connection
    {
        public SqlConnection() => throw null;
        public SqlConnection(string connectionString) => throw null;
        public new SqlCommand CreateCommand() => throw null;
        public new SqlTransaction BeginTransaction() => throw null;
    }

    public sealed class SqlCommand : System.Data.Stubs.Command
    {
        public SqlCommand() => throw null;
        public SqlCommand(string cmdText) => throw null;
        public SqlCommand(string cmdText, SqlConnection connection) => throw null;
        public SqlCommand(string cmdText, SqlConnection connection, SqlTransaction transaction) => throw null;
        public new SqlConnection Connection { get; set; }
        public new SqlTransaction Transaction { get; set; }
        public new SqlParameterCollection Parameters => throw null;
        public new SqlParameter CreateParameter() => throw null;
        public new SqlDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<SqlDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class SqlTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class SqlParameter : System.Data.Stubs.Parameter
    {
        public SqlParameter() => throw null;
        public SqlParameter(string parameterName, object value) => throw null;
        public SqlParameter(string parameterName, System.Data.SqlDbType dbType) => throw null;
        public SqlParameter(string parameterName, System.Data.SqlDbType dbType, int size) => throw null;
    }

    public sealed class SqlParameterCollection : System.Data.Stubs.Parameters
    {
        public SqlParameter Add(SqlParameter value) => throw null;
        public SqlParameter Add(string parameterName, System.Data.SqlDbType dbType) => throw null;
        public SqlParameter Add(string parameterName, System.Data.SqlDbType dbType, int size) => throw null;
        public SqlParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(SqlParameter[] values) => throw null;
    }

    public class SqlDataReader : System.Data.Stubs.Reader { }

    public sealed class SqlDataAdapter : System.Data.Stubs.Adapter
    {
        public SqlDataAdapter() => throw null;
        public SqlDataAdapter(SqlCommand selectCommand) => throw null;
        public SqlDataAdapter(string selectCommandText, SqlConnection selectConnection) => throw null;
        public SqlDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new SqlCommand SelectCommand { get; set; }
    }
}

namespace System.Data.SqlClient
{
    public sealed class SqlConnection : System.Data.Stubs.Connection
    {
        public SqlConnection() => throw null;
        public SqlConnection(string connectionString) => throw null;
        public new SqlCommand CreateCommand() => throw null;
        public new SqlTransaction BeginTransaction() => throw null;
    }

    public sealed class SqlCommand : System.Data.Stubs.Command
    {
        public SqlCommand() => throw null;
        public SqlCommand(string cmdText) => throw null;
        public SqlCommand(string cmdText, SqlConnection connection) => throw null;
        public SqlCommand(string cmdText, SqlConnection connection, SqlTransaction transaction) => throw null;
        public new SqlConnection Connection { get; set; }
        public new SqlTransaction Transaction { get; set; }
        public new SqlParameterCollection Parameters => throw null;
        public new SqlParameter CreateParameter() => throw null;
        public new SqlDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<SqlDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class SqlTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class SqlParameter : System.Data.Stubs.Parameter
    {
        public SqlParameter() => throw null;
        public SqlParameter(string parameterName, object value) => throw null;
        public SqlParameter(string parameterName, System.Data.SqlDbType dbType) => throw null;
        public SqlParameter(string parameterName, System.Data.SqlDbType dbType, int size) => throw null;
    }

    public sealed class SqlParameterCollection : System.Data.Stubs.Parameters
    {
        public SqlParameter Add(SqlParameter value) => throw null;
        public SqlParameter Add(string parameterName, System.Data.SqlDbType dbType) => throw null;
        public SqlParameter Add(string parameterName, System.Data.SqlDbType dbType, int size) => throw null;
        public SqlParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(SqlParameter[] values) => throw null;
    }

    public class SqlDataReader : System.Data.Stubs.Reader { }

    public sealed class SqlDataAdapter : System.Data.Stubs.Adapter
    {
        public SqlDataAdapter() => throw null;
        public SqlDataAdapter(SqlCommand selectCommand) => throw null;
        public SqlDataAdapter(string selectCommandText, SqlConnection selectConnection) => throw null;
        public SqlDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new SqlCommand SelectCommand { get; set; }
    }
}

namespace Npgsql
{
    public enum NpgsqlDbType { Int, BigInt, NVarChar, VarChar, DateTime, Integer, Text, UniqueIdentifier, Uuid }

    public sealed class NpgsqlConnection : System.Data.Stubs.Connection
    {
        public NpgsqlConnection() => throw null;
        public NpgsqlConnection(string connectionString) => throw null;
        public new NpgsqlCommand CreateCommand() => throw null;
        public new NpgsqlTransaction BeginTransaction() => throw null;
    }

    public sealed class NpgsqlCommand : System.Data.Stubs.Command
    {
        public NpgsqlCommand() => throw null;
        public NpgsqlCommand(string cmdText) => throw null;
        public NpgsqlCommand(string cmdText, NpgsqlConnection connection) => throw null;
        public NpgsqlCommand(string cmdText, NpgsqlConnection connection, NpgsqlTransaction transaction) => throw null;
        public new NpgsqlConnection Connection { get; set; }
        public new NpgsqlTransaction Transaction { get; set; }
        public new NpgsqlParameterCollection Parameters => throw null;
        public new NpgsqlParameter CreateParameter() => throw null;
        public new NpgsqlDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<NpgsqlDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class NpgsqlTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class NpgsqlParameter : System.Data.Stubs.Parameter
    {
        public NpgsqlParameter() => throw null;
        public NpgsqlParameter(string parameterName, object value) => throw null;
        public NpgsqlParameter(string parameterName, NpgsqlDbType dbType) => throw null;
        public NpgsqlParameter(string parameterName, NpgsqlDbType dbType, int size) => throw null;
    }

    public sealed class NpgsqlParameterCollection : System.Data.Stubs.Parameters
    {
        public NpgsqlParameter Add(NpgsqlParameter value) => throw null;
        public NpgsqlParameter Add(string parameterName, NpgsqlDbType dbType) => throw null;
        public NpgsqlParameter Add(string parameterName, NpgsqlDbType dbType, int size) => throw null;
        public NpgsqlParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(NpgsqlParameter[] values) => throw null;
    }

    public class NpgsqlDataReader : System.Data.Stubs.Reader { }

    public sealed class NpgsqlDataAdapter : System.Data.Stubs.Adapter
    {
        public NpgsqlDataAdapter() => throw null;
        public NpgsqlDataAdapter(NpgsqlCommand selectCommand) => throw null;
        public NpgsqlDataAdapter(string selectCommandText, NpgsqlConnection selectConnection) => throw null;
        public NpgsqlDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new NpgsqlCommand SelectCommand { get; set; }
    }
}

namespace MySql.Data.MySqlClient
{
    public enum MySqlDbType { Int, BigInt, NVarChar, VarChar, DateTime, Integer, Text, UniqueIdentifier, Uuid }

    public sealed class MySqlConnection : System.Data.Stubs.Connection
    {
        public MySqlConnection() => throw null;
        public MySqlConnection(string connectionString) => throw null;
        public new MySqlCommand CreateCommand() => throw null;
        public new MySqlTransaction BeginTransaction() => throw null;
    }

    public sealed class MySqlCommand : System.Data.Stubs.Command
    {
        public MySqlCommand() => throw null;
        public MySqlCommand(string cmdText) => throw null;
        public MySqlCommand(string cmdText, MySqlConnection connection) => throw null;
        public MySqlCommand(string cmdText, MySqlConnection connection, MySqlTransaction transaction) => throw null;
        public new MySqlConnection Connection { get; set; }
        public new MySqlTransaction Transaction { get; set; }
        public new MySqlParameterCollection Parameters => throw null;
        public new MySqlParameter CreateParameter() => throw null;
        public new MySqlDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<MySqlDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class MySqlTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class MySqlParameter : System.Data.Stubs.Parameter
    {
        public MySqlParameter() => throw null;
        public MySqlParameter(string parameterName, object value) => throw null;
        public MySqlParameter(string parameterName, MySqlDbType dbType) => throw null;
        public MySqlParameter(string parameterName, MySqlDbType dbType, int size) => throw null;
    }

    public sealed class MySqlParameterCollection : System.Data.Stubs.Parameters
    {
        public MySqlParameter Add(MySqlParameter value) => throw null;
        public MySqlParameter Add(string parameterName, MySqlDbType dbType) => throw null;
        public MySqlParameter Add(string parameterName, MySqlDbType dbType, int size) => throw null;
        public MySqlParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(MySqlParameter[] values) => throw null;
    }

    public class MySqlDataReader : System.Data.Stubs.Reader { }

    public sealed class MySqlDataAdapter : System.Data.Stubs.Adapter
    {
        public MySqlDataAdapter() => throw null;
        public MySqlDataAdapter(MySqlCommand selectCommand) => throw null;
        public MySqlDataAdapter(string selectCommandText, MySqlConnection selectConnection) => throw null;
        public MySqlDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new MySqlCommand SelectCommand { get; set; }
    }
}

namespace MySqlConnector
{
    public enum MySqlDbType { Int, BigInt, NVarChar, VarChar, DateTime, Integer, Text, UniqueIdentifier, Uuid }

    public sealed class MySqlConnection : System.Data.Stubs.Connection
    {
        public MySqlConnection() => throw null;
        public MySqlConnection(string connectionString) => throw null;
        public new MySqlCommand CreateCommand() => throw null;
        public new MySqlTransaction BeginTransaction() => throw null;
    }

    public sealed class MySqlCommand : System.Data.Stubs.Command
    {
        public MySqlCommand() => throw null;
        public MySqlCommand(string commandText) => throw null;
        public MySqlCommand(string commandText, MySqlConnection connection) => throw null;
        public MySqlCommand(string commandText, MySqlConnection connection, MySqlTransaction transaction) => throw null;
        public new MySqlConnection Connection { get; set; }
        public new MySqlTransaction Transaction { get; set; }
        public new MySqlParameterCollection Parameters => throw null;
        public new MySqlParameter CreateParameter() => throw null;
        public new MySqlDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<MySqlDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class MySqlTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class MySqlParameter : System.Data.Stubs.Parameter
    {
        public MySqlParameter() => throw null;
        public MySqlParameter(string parameterName, object value) => throw null;
        public MySqlParameter(string parameterName, MySqlDbType dbType) => throw null;
        public MySqlParameter(string parameterName, MySqlDbType dbType, int size) => throw null;
    }

    public sealed class MySqlParameterCollection : System.Data.Stubs.Parameters
    {
        public MySqlParameter Add(MySqlParameter value) => throw null;
        public MySqlParameter Add(string parameterName, MySqlDbType dbType) => throw null;
        public MySqlParameter Add(string parameterName, MySqlDbType dbType, int size) => throw null;
        public MySqlParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(MySqlParameter[] values) => throw null;
    }

    public class MySqlDataReader : System.Data.Stubs.Reader { }

    public sealed class MySqlDataAdapter : System.Data.Stubs.Adapter
    {
        public MySqlDataAdapter() => throw null;
        public MySqlDataAdapter(MySqlCommand selectCommand) => throw null;
        public MySqlDataAdapter(string selectCommandText, MySqlConnection selectConnection) => throw null;
        public MySqlDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new MySqlCommand SelectCommand { get; set; }
    }
}

namespace Microsoft.Data.Sqlite
{
    public enum SqliteType { Int, BigInt, NVarChar, VarChar, DateTime, Integer, Text, UniqueIdentifier, Uuid }

    public sealed class SqliteConnection : System.Data.Stubs.Connection
    {
        public SqliteConnection() => throw null;
        public SqliteConnection(string connectionString) => throw null;
        public new SqliteCommand CreateCommand() => throw null;
        public new SqliteTransaction BeginTransaction() => throw null;
    }

    public sealed class SqliteCommand : System.Data.Stubs.Command
    {
        public SqliteCommand() => throw null;
        public SqliteCommand(string commandText) => throw null;
        public SqliteCommand(string commandText, SqliteConnection connection) => throw null;
        public SqliteCommand(string commandText, SqliteConnection connection, SqliteTransaction transaction) => throw null;
        public new SqliteConnection Connection { get; set; }
        public new SqliteTransaction Transaction { get; set; }
        public new SqliteParameterCollection Parameters => throw null;
        public new SqliteParameter CreateParameter() => throw null;
        public new SqliteDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<SqliteDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class SqliteTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class SqliteParameter : System.Data.Stubs.Parameter
    {
        public SqliteParameter() => throw null;
        public SqliteParameter(string parameterName, object value) => throw null;
        public SqliteParameter(string parameterName, SqliteType dbType) => throw null;
        public SqliteParameter(string parameterName, SqliteType dbType, int size) => throw null;
    }

    public sealed class SqliteParameterCollection : System.Data.Stubs.Parameters
    {
        public SqliteParameter Add(SqliteParameter value) => throw null;
        public SqliteParameter Add(string parameterName, SqliteType dbType) => throw null;
        public SqliteParameter Add(string parameterName, SqliteType dbType, int size) => throw null;
        public SqliteParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(SqliteParameter[] values) => throw null;
    }

    public class SqliteDataReader : System.Data.Stubs.Reader { }

    public sealed class SqliteDataAdapter : System.Data.Stubs.Adapter
    {
        public SqliteDataAdapter() => throw null;
        public SqliteDataAdapter(SqliteCommand selectCommand) => throw null;
        public SqliteDataAdapter(string selectCommandText, SqliteConnection selectConnection) => throw null;
        public SqliteDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new SqliteCommand SelectCommand { get; set; }
    }
}

namespace System.Data.SQLite
{
    public enum SQLiteType { Int, BigInt, NVarChar, VarChar, DateTime, Integer, Text, UniqueIdentifier, Uuid }

    public sealed class SQLiteConnection : System.Data.Stubs.Connection
    {
        public SQLiteConnection() => throw null;
        public SQLiteConnection(string connectionString) => throw null;
        public new SQLiteCommand CreateCommand() => throw null;
        public new SQLiteTransaction BeginTransaction() => throw null;
    }

    public sealed class SQLiteCommand : System.Data.Stubs.Command
    {
        public SQLiteCommand() => throw null;
        public SQLiteCommand(string commandText) => throw null;
        public SQLiteCommand(string commandText, SQLiteConnection connection) => throw null;
        public SQLiteCommand(string commandText, SQLiteConnection connection, SQLiteTransaction transaction) => throw null;
        public new SQLiteConnection Connection { get; set; }
        public new SQLiteTransaction Transaction { get; set; }
        public new SQLiteParameterCollection Parameters => throw null;
        public new SQLiteParameter CreateParameter() => throw null;
        public new SQLiteDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<SQLiteDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class SQLiteTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class SQLiteParameter : System.Data.Stubs.Parameter
    {
        public SQLiteParameter() => throw null;
        public SQLiteParameter(string parameterName, object value) => throw null;
        public SQLiteParameter(string parameterName, SQLiteType dbType) => throw null;
        public SQLiteParameter(string parameterName, SQLiteType dbType, int size) => throw null;
    }

    public sealed class SQLiteParameterCollection : System.Data.Stubs.Parameters
    {
        public SQLiteParameter Add(SQLiteParameter value) => throw null;
        public SQLiteParameter Add(string parameterName, SQLiteType dbType) => throw null;
        public SQLiteParameter Add(string parameterName, SQLiteType dbType, int size) => throw null;
        public SQLiteParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(SQLiteParameter[] values) => throw null;
    }

    public class SQLiteDataReader : System.Data.Stubs.Reader { }

    public sealed class SQLiteDataAdapter : System.Data.Stubs.Adapter
    {
        public SQLiteDataAdapter() => throw null;
        public SQLiteDataAdapter(SQLiteCommand selectCommand) => throw null;
        public SQLiteDataAdapter(string selectCommandText, SQLiteConnection selectConnection) => throw null;
        public SQLiteDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new SQLiteCommand SelectCommand { get; set; }
    }
}

namespace Oracle.ManagedDataAccess.Client
{
    public enum OracleDbType { Int, BigInt, NVarChar, VarChar, DateTime, Integer, Text, UniqueIdentifier, Uuid }

    public sealed class OracleConnection : System.Data.Stubs.Connection
    {
        public OracleConnection() => throw null;
        public OracleConnection(string connectionString) => throw null;
        public new OracleCommand CreateCommand() => throw null;
        public new OracleTransaction BeginTransaction() => throw null;
    }

    public sealed class OracleCommand : System.Data.Stubs.Command
    {
        public OracleCommand() => throw null;
        public OracleCommand(string cmdText) => throw null;
        public OracleCommand(string cmdText, OracleConnection connection) => throw null;
        public OracleCommand(string cmdText, OracleConnection connection, OracleTransaction transaction) => throw null;
        public new OracleConnection Connection { get; set; }
        public new OracleTransaction Transaction { get; set; }
        public new OracleParameterCollection Parameters => throw null;
        public new OracleParameter CreateParameter() => throw null;
        public new OracleDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<OracleDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class OracleTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class OracleParameter : System.Data.Stubs.Parameter
    {
        public OracleParameter() => throw null;
        public OracleParameter(string parameterName, object value) => throw null;
        public OracleParameter(string parameterName, OracleDbType dbType) => throw null;
        public OracleParameter(string parameterName, OracleDbType dbType, int size) => throw null;
    }

    public sealed class OracleParameterCollection : System.Data.Stubs.Parameters
    {
        public OracleParameter Add(OracleParameter value) => throw null;
        public OracleParameter Add(string parameterName, OracleDbType dbType) => throw null;
        public OracleParameter Add(string parameterName, OracleDbType dbType, int size) => throw null;
        public OracleParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(OracleParameter[] values) => throw null;
    }

    public class OracleDataReader : System.Data.Stubs.Reader { }

    public sealed class OracleDataAdapter : System.Data.Stubs.Adapter
    {
        public OracleDataAdapter() => throw null;
        public OracleDataAdapter(OracleCommand selectCommand) => throw null;
        public OracleDataAdapter(string selectCommandText, OracleConnection selectConnection) => throw null;
        public OracleDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new OracleCommand SelectCommand { get; set; }
    }
}

namespace System.Data.Odbc
{
    public enum OdbcType { Int, BigInt, NVarChar, VarChar, DateTime, Integer, Text, UniqueIdentifier, Uuid }

    public sealed class OdbcConnection : System.Data.Stubs.Connection
    {
        public OdbcConnection() => throw null;
        public OdbcConnection(string connectionString) => throw null;
        public new OdbcCommand CreateCommand() => throw null;
        public new OdbcTransaction BeginTransaction() => throw null;
    }

    public sealed class OdbcCommand : System.Data.Stubs.Command
    {
        public OdbcCommand() => throw null;
        public OdbcCommand(string cmdText) => throw null;
        public OdbcCommand(string cmdText, OdbcConnection connection) => throw null;
        public OdbcCommand(string cmdText, OdbcConnection connection, OdbcTransaction transaction) => throw null;
        public new OdbcConnection Connection { get; set; }
        public new OdbcTransaction Transaction { get; set; }
        public new OdbcParameterCollection Parameters => throw null;
        public new OdbcParameter CreateParameter() => throw null;
        public new OdbcDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<OdbcDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class OdbcTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class OdbcParameter : System.Data.Stubs.Parameter
    {
        public OdbcParameter() => throw null;
        public OdbcParameter(string parameterName, object value) => throw null;
        public OdbcParameter(string parameterName, OdbcType dbType) => throw null;
        public OdbcParameter(string parameterName, OdbcType dbType, int size) => throw null;
    }

    public sealed class OdbcParameterCollection : System.Data.Stubs.Parameters
    {
        public OdbcParameter Add(OdbcParameter value) => throw null;
        public OdbcParameter Add(string parameterName, OdbcType dbType) => throw null;
        public OdbcParameter Add(string parameterName, OdbcType dbType, int size) => throw null;
        public OdbcParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(OdbcParameter[] values) => throw null;
    }

    public class OdbcDataReader : System.Data.Stubs.Reader { }

    public sealed class OdbcDataAdapter : System.Data.Stubs.Adapter
    {
        public OdbcDataAdapter() => throw null;
        public OdbcDataAdapter(OdbcCommand selectCommand) => throw null;
        public OdbcDataAdapter(string selectCommandText, OdbcConnection selectConnection) => throw null;
        public OdbcDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new OdbcCommand SelectCommand { get; set; }
    }
}

namespace System.Data.OleDb
{
    public enum OleDbType { Int, BigInt, NVarChar, VarChar, DateTime, Integer, Text, UniqueIdentifier, Uuid }

    public sealed class OleDbConnection : System.Data.Stubs.Connection
    {
        public OleDbConnection() => throw null;
        public OleDbConnection(string connectionString) => throw null;
        public new OleDbCommand CreateCommand() => throw null;
        public new OleDbTransaction BeginTransaction() => throw null;
    }

    public sealed class OleDbCommand : System.Data.Stubs.Command
    {
        public OleDbCommand() => throw null;
        public OleDbCommand(string cmdText) => throw null;
        public OleDbCommand(string cmdText, OleDbConnection connection) => throw null;
        public OleDbCommand(string cmdText, OleDbConnection connection, OleDbTransaction transaction) => throw null;
        public new OleDbConnection Connection { get; set; }
        public new OleDbTransaction Transaction { get; set; }
        public new OleDbParameterCollection Parameters => throw null;
        public new OleDbParameter CreateParameter() => throw null;
        public new OleDbDataReader ExecuteReader() => throw null;
        public new System.Threading.Tasks.Task<OleDbDataReader> ExecuteReaderAsync() => throw null;
    }

    public sealed class OleDbTransaction : System.Data.Common.DbTransaction
    {
        public override System.Data.IsolationLevel IsolationLevel => throw null;
        protected override System.Data.Common.DbConnection DbConnection => throw null;
        public override void Commit() => throw null;
        public override void Rollback() => throw null;
    }

    public sealed class OleDbParameter : System.Data.Stubs.Parameter
    {
        public OleDbParameter() => throw null;
        public OleDbParameter(string parameterName, object value) => throw null;
        public OleDbParameter(string parameterName, OleDbType dbType) => throw null;
        public OleDbParameter(string parameterName, OleDbType dbType, int size) => throw null;
    }

    public sealed class OleDbParameterCollection : System.Data.Stubs.Parameters
    {
        public OleDbParameter Add(OleDbParameter value) => throw null;
        public OleDbParameter Add(string parameterName, OleDbType dbType) => throw null;
        public OleDbParameter Add(string parameterName, OleDbType dbType, int size) => throw null;
        public OleDbParameter AddWithValue(string parameterName, object value) => throw null;
        public void AddRange(OleDbParameter[] values) => throw null;
    }

    public class OleDbDataReader : System.Data.Stubs.Reader { }

    public sealed class OleDbDataAdapter : System.Data.Stubs.Adapter
    {
        public OleDbDataAdapter() => throw null;
        public OleDbDataAdapter(OleDbCommand selectCommand) => throw null;
        public OleDbDataAdapter(string selectCommandText, OleDbConnection selectConnection) => throw null;
        public OleDbDataAdapter(string selectCommandText, string selectConnectionString) => throw null;
        public new OleDbCommand SelectCommand { get; set; }
    }
}

namespace Microsoft.Data.SqlClient
{
    public sealed class SqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
    {
        public SqlConnectionStringBuilder() => throw null;
        public SqlConnectionStringBuilder(string connectionString) => throw null;
        public string DataSource { get; set; }
        public string UserID { get; set; }
        public string Password { get; set; }
        public bool Encrypt { get; set; }
        public bool TrustServerCertificate { get; set; }
    }
}
