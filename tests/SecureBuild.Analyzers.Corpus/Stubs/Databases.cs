// Stand-ins for ADO.NET providers: the public names, no behaviour.
using System.Collections;
using System.Data;
using System.Data.Common;

namespace System.Data.Stubs
{
    public abstract class Connection : DbConnection
    {
        public override string ConnectionString { get; set; }
        public override string Database => throw null;
        public override string DataSource => throw null;
        public override string ServerVersion => throw null;
        public override ConnectionState State => throw null;
        public override void ChangeDatabase(string databaseName) => throw null;
        public override void Close() => throw null;
        public override void Open() => throw null;
        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw null;
        protected override DbCommand CreateDbCommand() => throw null;
    }

    public abstract class Command : DbCommand
    {
        public override string CommandText { get; set; }
        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; }
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        protected override DbConnection DbConnection { get; set; }
        protected override DbParameterCollection DbParameterCollection => throw null;
        protected override DbTransaction DbTransaction { get; set; }
        public override void Cancel() => throw null;
        public override int ExecuteNonQuery() => throw null;
        public override object ExecuteScalar() => throw null;
        public override void Prepare() => throw null;
        protected override DbParameter CreateDbParameter() => throw null;
        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw null;
    }

    public abstract class Parameter : DbParameter
    {
        public override DbType DbType { get; set; }
        public override ParameterDirection Direction { get; set; }
        public override bool IsNullable { get; set; }
        public override string ParameterName { get; set; }
        public override int Size { get; set; }
        public override string SourceColumn { get; set; }
        public override bool SourceColumnNullMapping { get; set; }
        public override object Value { get; set; }
        public override void ResetDbType() => throw null;
    }

    public abstract class Parameters : DbParameterCollection
    {
        public override int Count => throw null;
        public override object SyncRoot => throw null;
        public override int Add(object value) => throw null;
        public override void AddRange(Array values) => throw null;
        public override void Clear() => throw null;
        public override bool Contains(object value) => throw null;
        public override bool Contains(string value) => throw null;
        public override void CopyTo(Array array, int index) => throw null;
        public override IEnumerator GetEnumerator() => throw null;
        public override int IndexOf(object value) => throw null;
        public override int IndexOf(string parameterName) => throw null;
        public override void Insert(int index, object value) => throw null;
        public override void Remove(object value) => throw null;
        public override void RemoveAt(int index) => throw null;
        public override void RemoveAt(string parameterName) => throw null;
        protected override DbParameter GetParameter(int index) => throw null;
        protected override DbParameter GetParameter(string parameterName) => throw null;
        protected override void SetParameter(int index, DbParameter value) => throw null;
        protected override void SetParameter(string parameterName, DbParameter value) => throw null;
    }

    public abstract class Adapter : DbDataAdapter { }
}
