// Stand-ins for Dapper, EF Core, Entity Framework 6 and NHibernate: the public names, no behaviour.
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;

namespace Dapper
{
    public static class SqlMapper
    {
        public static int Execute(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static int Execute(this IDbConnection cnn, CommandDefinition command) => throw null;
        public static Task<int> ExecuteAsync(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static Task<int> ExecuteAsync(this IDbConnection cnn, CommandDefinition command) => throw null;
        public static T ExecuteScalar<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static Task<T> ExecuteScalarAsync<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static IDataReader ExecuteReader(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static IEnumerable<dynamic> Query(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, bool buffered = true, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static IEnumerable<T> Query<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, bool buffered = true, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static IEnumerable<T> Query<T>(this IDbConnection cnn, CommandDefinition command) => throw null;
        public static Task<IEnumerable<T>> QueryAsync<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static Task<IEnumerable<T>> QueryAsync<T>(this IDbConnection cnn, CommandDefinition command) => throw null;
        public static T QueryFirst<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static T QueryFirstOrDefault<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static Task<T> QueryFirstOrDefaultAsync<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static T QuerySingle<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static Task<T> QuerySingleAsync<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static T QuerySingleOrDefault<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static Task<T> QuerySingleOrDefaultAsync<T>(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;
        public static GridReader QueryMultiple(this IDbConnection cnn, string sql, object param = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null) => throw null;

        public class GridReader : IDisposable
        {
            public IEnumerable<T> Read<T>(bool buffered = true) => throw null;
            public void Dispose() => throw null;
        }
    }

    public struct CommandDefinition
    {
        public CommandDefinition(string commandText, object parameters = null, IDbTransaction transaction = null, int? commandTimeout = null, CommandType? commandType = null, CommandFlags flags = CommandFlags.Buffered, CancellationToken cancellationToken = default) => throw null;
        public string CommandText => throw null;
        public object Parameters => throw null;
    }

    [Flags]
    public enum CommandFlags { None = 0, Buffered = 1, Pipelined = 2, NoCache = 4 }

    public class DynamicParameters
    {
        public DynamicParameters() => throw null;
        public DynamicParameters(object template) => throw null;
        public void Add(string name, object value = null, DbType? dbType = null, ParameterDirection? direction = null, int? size = null) => throw null;
        public T Get<T>(string name) => throw null;
    }

    public class SqlBuilder
    {
        public Template AddTemplate(string sql, dynamic parameters = null) => throw null;
        public SqlBuilder Where(string sql, dynamic parameters = null) => throw null;
        public SqlBuilder OrderBy(string sql, dynamic parameters = null) => throw null;

        public class Template
        {
            public string RawSql => throw null;
            public object Parameters => throw null;
        }
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public class DbContextOptions { }
    public class DbContextOptions<TContext> : DbContextOptions where TContext : DbContext { }

    public class DbContextOptionsBuilder
    {
        public virtual DbContextOptionsBuilder EnableSensitiveDataLogging(bool sensitiveDataLoggingEnabled = true) => throw null;
        public virtual DbContextOptionsBuilder EnableDetailedErrors(bool detailedErrorsEnabled = true) => throw null;
    }

    public static class SqlServerDbContextOptionsExtensions
    {
        public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder optionsBuilder, string connectionString) => throw null;
    }

    public class DbContext : IDisposable
    {
        public DbContext() => throw null;
        public DbContext(DbContextOptions options) => throw null;
        public virtual Infrastructure.DatabaseFacade Database => throw null;
        public virtual DbSet<TEntity> Set<TEntity>() where TEntity : class => throw null;
        public virtual int SaveChanges() => throw null;
        public virtual Task<int> SaveChangesAsync(CancellationToken cancellationToken = default) => throw null;
        public virtual ChangeTracking.EntityEntry<TEntity> Add<TEntity>(TEntity entity) where TEntity : class => throw null;
        public virtual ChangeTracking.EntityEntry<TEntity> Update<TEntity>(TEntity entity) where TEntity : class => throw null;
        public virtual ChangeTracking.EntityEntry<TEntity> Entry<TEntity>(TEntity entity) where TEntity : class => throw null;
        public virtual ChangeTracking.EntityEntry<TEntity> Attach<TEntity>(TEntity entity) where TEntity : class => throw null;
        public virtual ValueTask<ChangeTracking.EntityEntry<TEntity>> AddAsync<TEntity>(TEntity entity, CancellationToken cancellationToken = default) where TEntity : class => throw null;
        public virtual void Dispose() => throw null;
    }

    public abstract class DbSet<TEntity> : IQueryable<TEntity> where TEntity : class
    {
        public virtual TEntity Find(params object[] keyValues) => throw null;
        public virtual ValueTask<TEntity> FindAsync(params object[] keyValues) => throw null;
        public virtual ChangeTracking.EntityEntry<TEntity> Add(TEntity entity) => throw null;
        public virtual ChangeTracking.EntityEntry<TEntity> Update(TEntity entity) => throw null;
        public virtual ChangeTracking.EntityEntry<TEntity> Remove(TEntity entity) => throw null;
        public virtual ChangeTracking.EntityEntry<TEntity> Attach(TEntity entity) => throw null;
        public virtual ValueTask<ChangeTracking.EntityEntry<TEntity>> AddAsync(TEntity entity, CancellationToken cancellationToken = default) => throw null;
        public virtual void AddRange(params TEntity[] entities) => throw null;
        public virtual void RemoveRange(params TEntity[] entities) => throw null;
        public virtual void RemoveRange(IEnumerable<TEntity> entities) => throw null;
        Type IQueryable.ElementType => throw null;
        Expression IQueryable.Expression => throw null;
        IQueryProvider IQueryable.Provider => throw null;
        IEnumerator<TEntity> IEnumerable<TEntity>.GetEnumerator() => throw null;
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null;
    }

    public static class RelationalQueryableExtensions
    {
        public static IQueryable<TEntity> FromSqlRaw<TEntity>(this DbSet<TEntity> source, string sql, params object[] parameters) where TEntity : class => throw null;
        public static IQueryable<TEntity> FromSqlInterpolated<TEntity>(this DbSet<TEntity> source, FormattableString sql) where TEntity : class => throw null;
        public static IQueryable<TEntity> FromSql<TEntity>(this DbSet<TEntity> source, FormattableString sql) where TEntity : class => throw null;
    }

    public static class RelationalDatabaseFacadeExtensions
    {
        public static int ExecuteSqlRaw(this Infrastructure.DatabaseFacade databaseFacade, string sql, params object[] parameters) => throw null;
        public static int ExecuteSqlRaw(this Infrastructure.DatabaseFacade databaseFacade, string sql, IEnumerable<object> parameters) => throw null;
        public static int ExecuteSqlInterpolated(this Infrastructure.DatabaseFacade databaseFacade, FormattableString sql) => throw null;
        public static int ExecuteSql(this Infrastructure.DatabaseFacade databaseFacade, FormattableString sql) => throw null;
        public static Task<int> ExecuteSqlRawAsync(this Infrastructure.DatabaseFacade databaseFacade, string sql, CancellationToken cancellationToken = default) => throw null;
        public static Task<int> ExecuteSqlRawAsync(this Infrastructure.DatabaseFacade databaseFacade, string sql, params object[] parameters) => throw null;
        public static Task<int> ExecuteSqlAsync(this Infrastructure.DatabaseFacade databaseFacade, FormattableString sql, CancellationToken cancellationToken = default) => throw null;
        public static Task<int> ExecuteSqlInterpolatedAsync(this Infrastructure.DatabaseFacade databaseFacade, FormattableString sql, CancellationToken cancellationToken = default) => throw null;
        public static IQueryable<TResult> SqlQueryRaw<TResult>(this Infrastructure.DatabaseFacade databaseFacade, string sql, params object[] parameters) => throw null;
        public static IQueryable<TResult> SqlQuery<TResult>(this Infrastructure.DatabaseFacade databaseFacade, FormattableString sql) => throw null;
        public static DbConnection GetDbConnection(this Infrastructure.DatabaseFacade databaseFacade) => throw null;
    }

    public static class EntityFrameworkQueryableExtensions
    {
        public static Task<List<TSource>> ToListAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null;
        public static Task<TSource[]> ToArrayAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null;
        public static Task<TSource> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null;
        public static Task<TSource> FirstOrDefaultAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null;
        public static Task<TSource> SingleOrDefaultAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null;
        public static Task<TSource> SingleAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null;
        public static Task<TSource> FirstAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null;
        public static Task<bool> AnyAsync<TSource>(this IQueryable<TSource> source, Expression<Func<TSource, bool>> predicate, CancellationToken cancellationToken = default) => throw null;
        public static Task<int> CountAsync<TSource>(this IQueryable<TSource> source, CancellationToken cancellationToken = default) => throw null;
        public static IQueryable<TEntity> AsNoTracking<TEntity>(this IQueryable<TEntity> source) where TEntity : class => throw null;
    }

    public static class EF
    {
        public static DbFunctions Functions => throw null;
    }

    public class DbFunctions { }

    public static class DbFunctionsExtensions
    {
        public static bool Like(this DbFunctions _, string matchExpression, string pattern) => throw null;
    }
}

namespace Microsoft.EntityFrameworkCore.Infrastructure
{
    public class DatabaseFacade
    {
        public virtual Task<bool> CanConnectAsync(CancellationToken cancellationToken = default) => throw null;
    }
}

namespace Microsoft.EntityFrameworkCore.ChangeTracking
{
    public class EntityEntry<TEntity> where TEntity : class
    {
        public TEntity Entity => throw null;
        public EntityState State { get; set; }
        public virtual PropertyValues CurrentValues => throw null;
    }

    public abstract class PropertyValues
    {
        public virtual void SetValues(object obj) => throw null;
    }
}

namespace Microsoft.EntityFrameworkCore
{
    public enum EntityState { Detached, Unchanged, Deleted, Modified, Added }
}

namespace Microsoft.Extensions.DependencyInjection
{
    using Microsoft.EntityFrameworkCore;

    public static class EntityFrameworkServiceCollectionExtensions
    {
        public static IServiceCollection AddDbContext<TContext>(this IServiceCollection serviceCollection, Action<DbContextOptionsBuilder> optionsAction) where TContext : DbContext => throw null;
    }
}

namespace System.Data.Entity
{
    public class DbContext : IDisposable
    {
        public DbContext() => throw null;
        public DbContext(string nameOrConnectionString) => throw null;
        public Database Database => throw null;
        public virtual DbSet<TEntity> Set<TEntity>() where TEntity : class => throw null;
        public virtual int SaveChanges() => throw null;
        public void Dispose() => throw null;
    }

    public class Database
    {
        public int ExecuteSqlCommand(string sql, params object[] parameters) => throw null;
        public Task<int> ExecuteSqlCommandAsync(string sql, params object[] parameters) => throw null;
        public Infrastructure.DbRawSqlQuery<TElement> SqlQuery<TElement>(string sql, params object[] parameters) => throw null;
        public DbConnection Connection => throw null;
    }

    public abstract class DbSet<TEntity> : IQueryable<TEntity> where TEntity : class
    {
        public virtual TEntity Find(params object[] keyValues) => throw null;
        public virtual TEntity Add(TEntity entity) => throw null;
        public virtual TEntity Remove(TEntity entity) => throw null;
        public virtual Infrastructure.DbSqlQuery<TEntity> SqlQuery(string sql, params object[] parameters) => throw null;
        Type IQueryable.ElementType => throw null;
        Expression IQueryable.Expression => throw null;
        IQueryProvider IQueryable.Provider => throw null;
        IEnumerator<TEntity> IEnumerable<TEntity>.GetEnumerator() => throw null;
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null;
    }
}

namespace System.Data.Entity.Infrastructure
{
    public class DbRawSqlQuery<TElement> : IEnumerable<TElement>
    {
        public IEnumerator<TElement> GetEnumerator() => throw null;
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null;
        public Task<List<TElement>> ToListAsync() => throw null;
    }

    public class DbSqlQuery<TEntity> : DbRawSqlQuery<TEntity> where TEntity : class { }
}

namespace NHibernate
{
    public interface ISession : IDisposable
    {
        IQuery CreateQuery(string queryString);
        ISQLQuery CreateSQLQuery(string queryString);
        T Get<T>(object id);
    }

    public interface IQuery
    {
        IQuery SetString(string name, string val);
        IQuery SetParameter<T>(string name, T val);
        IList<T> List<T>();
        T UniqueResult<T>();
    }

    public interface ISQLQuery : IQuery { }
}
