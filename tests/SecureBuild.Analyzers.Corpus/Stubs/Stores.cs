// Stand-ins for stores that are no relational databases: Cosmos DB, Redis; and for password hashing packages.
using System.Collections;

namespace Microsoft.Azure.Cosmos
{
    public class QueryDefinition
    {
        public QueryDefinition(string query) => throw null;
        public QueryDefinition WithParameter(string name, object value) => throw null;
    }

    public class QueryRequestOptions { public int? MaxItemCount { get; set; } }

    public abstract class FeedIterator<T> : IDisposable
    {
        public abstract bool HasMoreResults { get; }
        public abstract Task<FeedResponse<T>> ReadNextAsync(CancellationToken cancellationToken = default);
        public void Dispose() => throw null;
    }

    public abstract class FeedResponse<T> : IEnumerable<T>
    {
        public abstract IEnumerator<T> GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => throw null;
    }

    public abstract class Container
    {
        public abstract FeedIterator<T> GetItemQueryIterator<T>(QueryDefinition queryDefinition, string continuationToken = null, QueryRequestOptions requestOptions = null);
        public abstract FeedIterator<T> GetItemQueryIterator<T>(string queryText = null, string continuationToken = null, QueryRequestOptions requestOptions = null);
        public abstract IOrderedQueryable<T> GetItemLinqQueryable<T>(bool allowSynchronousQueryExecution = false);
    }
}

namespace StackExchange.Redis
{
    public struct RedisKey { public static implicit operator RedisKey(string key) => throw null; }

    public struct RedisValue
    {
        public static implicit operator RedisValue(string value) => throw null;
        public static implicit operator RedisValue(long value) => throw null;
        public static implicit operator string(RedisValue value) => throw null;
    }

    public abstract class RedisResult { }
    public enum CommandFlags { None }

    public sealed class LuaScript
    {
        public static LuaScript Prepare(string script) => throw null;
        public RedisResult Evaluate(IDatabase db, object ps = null, RedisKey? withKeyPrefix = null, CommandFlags flags = CommandFlags.None) => throw null;
    }

    public interface IDatabaseAsync
    {
        Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[] keys = null, RedisValue[] values = null, CommandFlags flags = CommandFlags.None);
    }

    public interface IDatabase : IDatabaseAsync
    {
        RedisResult ScriptEvaluate(string script, RedisKey[] keys = null, RedisValue[] values = null, CommandFlags flags = CommandFlags.None);
        RedisResult Execute(string command, params object[] args);
        RedisValue StringGet(RedisKey key, CommandFlags flags = CommandFlags.None);
        bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry = null);
    }

    public interface IConnectionMultiplexer : IDisposable { IDatabase GetDatabase(int db = -1, object asyncState = null); }

    public class ConnectionMultiplexer
    {
        public static IConnectionMultiplexer Connect(string configuration, TextWriter log = null) => throw null;
    }
}

namespace BCrypt.Net
{
    public static class BCrypt
    {
        public static string HashPassword(string inputKey) => throw null;
        public static string HashPassword(string inputKey, int workFactor, bool enhancedEntropy = false) => throw null;
        public static bool Verify(string text, string hash, bool enhancedEntropy = false) => throw null;
    }
}
