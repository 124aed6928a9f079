// Stand-ins for logging, HTTP, mail, archive, template, directory and messaging libraries: the public names, no behaviour.
using System.Collections;
using System.Net;
using System.Text;

namespace NLog
{
    public static class LogManager
    {
        public static Logger GetCurrentClassLogger() => throw null;
        public static Logger GetLogger(string name) => throw null;
    }

    public interface ILogger { }

    public class Logger : ILogger
    {
        public void Trace(string message) => throw null;
        public void Debug(string message) => throw null;
        public void Info(string message) => throw null;
        public void Info(string message, params object[] args) => throw null;
        public void Info<TArgument>(string message, TArgument argument) => throw null;
        public void Warn(string message) => throw null;
        public void Warn(string message, params object[] args) => throw null;
        public void Error(string message) => throw null;
        public void Error(string message, params object[] args) => throw null;
        public void Error(Exception exception, string message) => throw null;
    }
}

namespace Serilog
{
    public interface ILogger
    {
        ILogger ForContext(string propertyName, object value, bool destructureObjects = false);
        void Debug(string messageTemplate);
        void Debug<T>(string messageTemplate, T propertyValue);
        void Information(string messageTemplate);
        void Information<T>(string messageTemplate, T propertyValue);
        void Information(string messageTemplate, params object[] propertyValues);
        void Warning(string messageTemplate);
        void Warning<T>(string messageTemplate, T propertyValue);
        void Error(string messageTemplate);
        void Error(Exception exception, string messageTemplate);
        void Error<T>(Exception exception, string messageTemplate, T propertyValue);
    }

    public static class Log
    {
        public static ILogger Logger { get; set; }
        public static void Debug(string messageTemplate) => throw null;
        public static void Information(string messageTemplate) => throw null;
        public static void Information<T>(string messageTemplate, T propertyValue) => throw null;
        public static void Information<T0, T1>(string messageTemplate, T0 propertyValue0, T1 propertyValue1) => throw null;
        public static void Warning(string messageTemplate) => throw null;
        public static void Warning<T>(string messageTemplate, T propertyValue) => throw null;
        public static void Error(string messageTemplate) => throw null;
        public static void Error(Exception exception, string messageTemplate) => throw null;
    }
}

namespace log4net
{
    public interface ILog
    {
        void Debug(object message);
        void Info(object message);
        void InfoFormat(string format, params object[] args);
        void Warn(object message);
        void WarnFormat(string format, params object[] args);
        void Error(object message);
        void Error(object message, Exception exception);
    }

    public static class LogManager
    {
        public static ILog GetLogger(Type type) => throw null;
    }
}

namespace RestSharp
{
    public enum Method { Get, Post, Put, Delete }

    public class RestClientOptions
    {
        public RestClientOptions() => throw null;
        public RestClientOptions(string baseUrl) => throw null;
        public RestClientOptions(Uri baseUrl) => throw null;
        public Uri BaseUrl { get; set; }
    }

    public class RestClient : IDisposable
    {
        public RestClient() => throw null;
        public RestClient(string baseUrl) => throw null;
        public RestClient(Uri baseUrl) => throw null;
        public RestClient(RestClientOptions options) => throw null;
        public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => throw null;
        public void Dispose() => throw null;
    }

    public static class RestClientExtensions
    {
        public static Task<RestResponse> GetAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null;
        public static Task<T> GetAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null;
    }

    public class RestRequest
    {
        public RestRequest(string resource, Method method = Method.Get) => throw null;
        public RestRequest(Uri resource, Method method = Method.Get) => throw null;
        public RestRequest AddQueryParameter(string name, string value, bool encode = true) => throw null;
        public RestRequest AddUrlSegment(string name, string value, bool encode = true) => throw null;
        public RestRequest AddHeader(string name, string value) => throw null;
        public RestRequest AddJsonBody<T>(T obj) where T : class => throw null;
    }

    public class RestResponse
    {
        public string Content { get; set; }
        public HttpStatusCode StatusCode { get; set; }
    }
}

namespace Flurl.Http
{
    public static class GeneratedExtensions
    {
        public static Task<string> GetStringAsync(this string url) => throw null;
        public static Task<T> GetJsonAsync<T>(this string url) => throw null;
    }
}

namespace MimeKit
{
    public abstract class InternetAddress
    {
        public static InternetAddress Parse(string text) => throw null;
    }

    public class MailboxAddress : InternetAddress
    {
        public MailboxAddress(string name, string address) => throw null;
        public static new MailboxAddress Parse(string text) => throw null;
        public static bool TryParse(string text, out MailboxAddress mailbox) => throw null;
        public string Address { get; set; }
    }

    public class InternetAddressList : List<InternetAddress>
    {
        public static InternetAddressList Parse(string text) => throw null;
    }

    public class HeaderList
    {
        public void Add(string field, string value) => throw null;
        public string this[string field] { get => throw null; set => throw null; }
    }

    public class MimeMessage
    {
        public InternetAddressList From => throw null;
        public InternetAddressList To => throw null;
        public InternetAddressList Cc => throw null;
        public InternetAddressList Bcc => throw null;
        public HeaderList Headers => throw null;
        public string Subject { get; set; }
        public MimeEntity Body { get; set; }
    }

    public class MimeEntity { }

    public class TextPart : MimeEntity
    {
        public TextPart(string subtype) => throw null;
        public string Text { get; set; }
    }
}

namespace MailKit.Security
{
    public enum SecureSocketOptions { None, Auto, SslOnConnect, StartTls, StartTlsWhenAvailable }
}

namespace MailKit.Net.Smtp
{
    public class SmtpClient : IDisposable
    {
        public Task ConnectAsync(string host, int port = 0, bool useSsl = true, CancellationToken cancellationToken = default) => throw null;
        public Task AuthenticateAsync(string userName, string password, CancellationToken cancellationToken = default) => throw null;
        public void Connect(string host, int port, Security.SecureSocketOptions options = Security.SecureSocketOptions.Auto, CancellationToken cancellationToken = default) => throw null;
        public void Authenticate(string userName, string password, CancellationToken cancellationToken = default) => throw null;
        public Task<string> SendAsync(MimeKit.MimeMessage message, CancellationToken cancellationToken = default) => throw null;
        public string Send(MimeKit.MimeMessage message, CancellationToken cancellationToken = default) => throw null;
        public void Dispose() => throw null;
    }
}

namespace ICSharpCode.SharpZipLib.Zip
{
    public class ZipEntry
    {
        public string Name => throw null;
        public bool IsDirectory => throw null;
        public bool IsFile => throw null;
        public long Size { get; set; }
    }

    public class ZipInputStream : Stream
    {
        public ZipInputStream(Stream baseInputStream) => throw null;
        public ZipEntry GetNextEntry() => throw null;
        public override bool CanRead => throw null;
        public override bool CanSeek => throw null;
        public override bool CanWrite => throw null;
        public override long Length => throw null;
        public override long Position { get; set; }
        public override void Flush() => throw null;
        public override int Read(byte[] buffer, int offset, int count) => throw null;
        public override long Seek(long offset, SeekOrigin origin) => throw null;
        public override void SetLength(long value) => throw null;
        public override void Write(byte[] buffer, int offset, int count) => throw null;
    }

    public class ZipFile : IEnumerable, IDisposable
    {
        public ZipFile(string name) => throw null;
        public ZipFile(Stream stream) => throw null;
        public Stream GetInputStream(ZipEntry entry) => throw null;
        public IEnumerator GetEnumerator() => throw null;
        public void Dispose() => throw null;
    }
}

namespace SharpCompress.Archives
{
    public interface IArchiveEntry
    {
        string Key { get; }
        bool IsDirectory { get; }
        Stream OpenEntryStream();
    }

    public interface IArchive : IDisposable
    {
        IEnumerable<IArchiveEntry> Entries { get; }
    }

    public static class ArchiveFactory
    {
        public static IArchive Open(Stream stream) => throw null;
    }
}

namespace YamlDotNet.Serialization
{
    public interface IDeserializer
    {
        object Deserialize(string input);
        T Deserialize<T>(string input);
        T Deserialize<T>(TextReader input);
        object Deserialize(TextReader input, Type type);
    }

    public sealed class DeserializerBuilder
    {
        public DeserializerBuilder WithTagMapping(string tag, Type type) => throw null;
        public DeserializerBuilder IgnoreUnmatchedProperties() => throw null;
        public IDeserializer Build() => throw null;
    }
}

namespace Newtonsoft.Json
{
    public enum TypeNameHandling { None = 0, Objects = 1, Arrays = 2, All = 3, Auto = 4 }

    public class JsonSerializerSettings
    {
        public TypeNameHandling TypeNameHandling { get; set; }
        public Serialization.ISerializationBinder SerializationBinder { get; set; }
        public int? MaxDepth { get; set; }
    }

    public abstract class JsonReader : IDisposable { public void Dispose() => throw null; }
    public class JsonTextReader : JsonReader { public JsonTextReader(TextReader reader) => throw null; }

    [AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
    public sealed class JsonPropertyAttribute : Attribute { public TypeNameHandling TypeNameHandling { get; set; } }

    public class JsonSerializer
    {
        public virtual TypeNameHandling TypeNameHandling { get; set; }
        public static JsonSerializer Create(JsonSerializerSettings settings) => throw null;
        public object Deserialize(JsonReader reader) => throw null;
        public T Deserialize<T>(JsonReader reader) => throw null;
        public object Deserialize(JsonReader reader, Type objectType) => throw null;
    }

    public static class JsonConvert
    {
        public static Func<JsonSerializerSettings> DefaultSettings { get; set; }
        public static string SerializeObject(object value) => throw null;
        public static string SerializeObject(object value, JsonSerializerSettings settings) => throw null;
        public static object DeserializeObject(string value) => throw null;
        public static object DeserializeObject(string value, Type type) => throw null;
        public static object DeserializeObject(string value, JsonSerializerSettings settings) => throw null;
        public static object DeserializeObject(string value, Type type, JsonSerializerSettings settings) => throw null;
        public static T DeserializeObject<T>(string value) => throw null;
        public static T DeserializeObject<T>(string value, JsonSerializerSettings settings) => throw null;
        public static void PopulateObject(string value, object target) => throw null;
    }
}

namespace Newtonsoft.Json.Serialization
{
    public interface ISerializationBinder
    {
        Type BindToType(string assemblyName, string typeName);
        void BindToName(Type serializedType, out string assemblyName, out string typeName);
    }
}

namespace Newtonsoft.Json.Linq
{
    public abstract class JToken : IEnumerable<JToken>
    {
        public static JToken Parse(string json) => throw null;
        public virtual JToken this[object key] { get => throw null; set => throw null; }
        public T Value<T>(object key) => throw null;
        public T ToObject<T>() => throw null;
        public object ToObject(Type objectType) => throw null;
        public IEnumerator<JToken> GetEnumerator() => throw null;
        IEnumerator IEnumerable.GetEnumerator() => throw null;
        public static explicit operator string(JToken value) => throw null;
        public static explicit operator int(JToken value) => throw null;
    }

    public class JObject : JToken
    {
        public static new JObject Parse(string json) => throw null;
        public JToken this[string propertyName] { get => throw null; set => throw null; }
    }
}

namespace MongoDB.Bson
{
    public abstract class BsonValue
    {
        public static implicit operator BsonValue(string value) => throw null;
        public static implicit operator BsonValue(int value) => throw null;
    }

    public class BsonRegularExpression : BsonValue
    {
        public BsonRegularExpression(string pattern) => throw null;
        public BsonRegularExpression(string pattern, string options) => throw null;
    }

    public class BsonJavaScript : BsonValue { public BsonJavaScript(string code) => throw null; }

    public class BsonDocument : BsonValue
    {
        public BsonDocument() => throw null;
        public BsonDocument(string name, BsonValue value) => throw null;
        public static BsonDocument Parse(string json) => throw null;
        public BsonDocument Add(string name, BsonValue value) => throw null;
        public BsonValue this[string name] { get => throw null; set => throw null; }
    }

    public struct ObjectId
    {
        public static ObjectId Parse(string s) => throw null;
        public static bool TryParse(string s, out ObjectId objectId) => throw null;
    }
}

namespace MongoDB.Bson.Serialization
{
    public static class BsonSerializer
    {
        public static TNominalType Deserialize<TNominalType>(string json) => throw null;
    }
}

namespace MongoDB.Driver
{
    using MongoDB.Bson;

    public abstract class FilterDefinition<TDocument>
    {
        public static implicit operator FilterDefinition<TDocument>(string json) => throw null;
        public static implicit operator FilterDefinition<TDocument>(BsonDocument document) => throw null;
        public static FilterDefinition<TDocument> operator &(FilterDefinition<TDocument> lhs, FilterDefinition<TDocument> rhs) => throw null;
    }

    public sealed class JsonFilterDefinition<TDocument> : FilterDefinition<TDocument> { public JsonFilterDefinition(string json) => throw null; }
    public sealed class BsonDocumentFilterDefinition<TDocument> : FilterDefinition<TDocument> { public BsonDocumentFilterDefinition(BsonDocument document) => throw null; }
    public abstract class UpdateDefinition<TDocument> { public static implicit operator UpdateDefinition<TDocument>(string json) => throw null; }
    public abstract class SortDefinition<TDocument> { public static implicit operator SortDefinition<TDocument>(string json) => throw null; }

    public static class Builders<TDocument>
    {
        public static FilterDefinitionBuilder<TDocument> Filter => throw null;
        public static UpdateDefinitionBuilder<TDocument> Update => throw null;
        public static SortDefinitionBuilder<TDocument> Sort => throw null;
    }

    public sealed class FilterDefinitionBuilder<TDocument>
    {
        public FilterDefinition<TDocument> Empty => throw null;
        public FilterDefinition<TDocument> Eq<TField>(System.Linq.Expressions.Expression<Func<TDocument, TField>> field, TField value) => throw null;
        public FilterDefinition<TDocument> Eq<TField>(string field, TField value) => throw null;
        public FilterDefinition<TDocument> Regex(string field, BsonRegularExpression regex) => throw null;
        public FilterDefinition<TDocument> Where(System.Linq.Expressions.Expression<Func<TDocument, bool>> expression) => throw null;
    }

    public sealed class UpdateDefinitionBuilder<TDocument>
    {
        public UpdateDefinition<TDocument> Set<TField>(string field, TField value) => throw null;
    }

    public sealed class SortDefinitionBuilder<TDocument>
    {
        public SortDefinition<TDocument> Ascending(string field) => throw null;
    }

    public interface IFindFluent<TDocument, TProjection>
    {
        IFindFluent<TDocument, TProjection> Sort(SortDefinition<TDocument> sort);
        IFindFluent<TDocument, TProjection> Limit(int? limit);
    }

    public static class IFindFluentExtensions
    {
        public static Task<List<TProjection>> ToListAsync<TDocument, TProjection>(this IFindFluent<TDocument, TProjection> source, CancellationToken cancellationToken = default) => throw null;
        public static Task<TProjection> FirstOrDefaultAsync<TDocument, TProjection>(this IFindFluent<TDocument, TProjection> find, CancellationToken cancellationToken = default) => throw null;
        public static TProjection FirstOrDefault<TDocument, TProjection>(this IFindFluent<TDocument, TProjection> find, CancellationToken cancellationToken = default) => throw null;
    }

    public interface IMongoCollection<TDocument>
    {
        Task<DeleteResult> DeleteManyAsync(FilterDefinition<TDocument> filter, CancellationToken cancellationToken = default);
        Task<UpdateResult> UpdateOneAsync(FilterDefinition<TDocument> filter, UpdateDefinition<TDocument> update, CancellationToken cancellationToken = default);
        Task InsertOneAsync(TDocument document, CancellationToken cancellationToken = default);
    }

    public class DeleteResult { public long DeletedCount => throw null; }
    public class UpdateResult { public long ModifiedCount => throw null; }

    public static class IMongoCollectionExtensions
    {
        public static IFindFluent<TDocument, TDocument> Find<TDocument>(this IMongoCollection<TDocument> collection, FilterDefinition<TDocument> filter) => throw null;
        public static IFindFluent<TDocument, TDocument> Find<TDocument>(this IMongoCollection<TDocument> collection, System.Linq.Expressions.Expression<Func<TDocument, bool>> filter) => throw null;
    }

    public abstract class Command<TResult>
    {
        public static implicit operator Command<TResult>(string json) => throw null;
        public static implicit operator Command<TResult>(BsonDocument document) => throw null;
    }

    public interface IMongoDatabase
    {
        IMongoCollection<TDocument> GetCollection<TDocument>(string name);
        TResult RunCommand<TResult>(Command<TResult> command, CancellationToken cancellationToken = default);
    }
}

namespace System.DirectoryServices
{
    public enum SearchScope { Base, OneLevel, Subtree }

    public class DirectoryEntry : IDisposable
    {
        public DirectoryEntry() => throw null;
        public DirectoryEntry(string path) => throw null;
        public DirectoryEntry(string path, string username, string password) => throw null;
        public string Path { get; set; }
        public void Dispose() => throw null;
    }

    public class SearchResult { public string Path => throw null; }
    public class SearchResultCollection : IEnumerable { public int Count => throw null; public IEnumerator GetEnumerator() => throw null; }

    public class DirectorySearcher : IDisposable
    {
        public DirectorySearcher() => throw null;
        public DirectorySearcher(string filter) => throw null;
        public DirectorySearcher(DirectoryEntry searchRoot) => throw null;
        public DirectorySearcher(DirectoryEntry searchRoot, string filter) => throw null;
        public string Filter { get; set; }
        public DirectoryEntry SearchRoot { get; set; }
        public SearchScope SearchScope { get; set; }
        public SearchResult FindOne() => throw null;
        public SearchResultCollection FindAll() => throw null;
        public void Dispose() => throw null;
    }
}

namespace System.DirectoryServices.Protocols
{
    public enum SearchScope { Base, OneLevel, Subtree }
    public abstract class DirectoryRequest { }
    public class DirectoryResponse { }
    public class SearchResponse : DirectoryResponse { }

    public class SearchRequest : DirectoryRequest
    {
        public SearchRequest() => throw null;
        public SearchRequest(string distinguishedName, string ldapFilter, SearchScope searchScope, params string[] attributeList) => throw null;
        public string DistinguishedName { get; set; }
        public object Filter { get; set; }
    }

    public class LdapConnection : IDisposable
    {
        public LdapConnection(string server) => throw null;
        public DirectoryResponse SendRequest(DirectoryRequest request) => throw null;
        public void Dispose() => throw null;
    }
}

namespace Novell.Directory.Ldap
{
    public interface ILdapSearchResults { }

    public class LdapConnection
    {
        public const int ScopeSub = 2;
        public Task<ILdapSearchResults> SearchAsync(string @base, int scope, string filter, string[] attrs, bool typesOnly, CancellationToken ct = default) => throw null;
    }
}

namespace Microsoft.Security.Application
{
    public static class Encoder
    {
        public static string LdapFilterEncode(string filterToEncode) => throw null;
        public static string LdapDistinguishedNameEncode(string distinguishedNameToEncode) => throw null;
        public static string HtmlEncode(string input) => throw null;
        public static string XmlEncode(string input) => throw null;
    }
}

namespace Microsoft.CodeAnalysis.CSharp.Scripting
{
    public static class CSharpScript
    {
        public static Task<object> EvaluateAsync(string code, Microsoft.CodeAnalysis.Scripting.ScriptOptions options = null, object globals = null, Type globalsType = null, CancellationToken cancellationToken = default) => throw null;
        public static Task<T> EvaluateAsync<T>(string code, Microsoft.CodeAnalysis.Scripting.ScriptOptions options = null, object globals = null, Type globalsType = null, CancellationToken cancellationToken = default) => throw null;
        public static Task<Microsoft.CodeAnalysis.Scripting.ScriptState<object>> RunAsync(string code, Microsoft.CodeAnalysis.Scripting.ScriptOptions options = null, object globals = null, Type globalsType = null, CancellationToken cancellationToken = default) => throw null;
    }
}

namespace Microsoft.CodeAnalysis.Scripting
{
    public class ScriptOptions { public static ScriptOptions Default => throw null; }
    public class ScriptState<T> { public T ReturnValue => throw null; }
}

namespace System.Linq.Dynamic.Core
{
    public static class DynamicQueryableExtensions
    {
        public static IQueryable<TSource> Where<TSource>(this IQueryable<TSource> source, string predicate, params object[] args) => throw null;
        public static IOrderedQueryable<TSource> OrderBy<TSource>(this IQueryable<TSource> source, string ordering, params object[] args) => throw null;
    }
}

namespace Jint
{
    public sealed class Engine : IDisposable
    {
        public Engine SetValue(string name, object obj) => throw null;
        public Engine Execute(string code, string source = null) => throw null;
        public object Evaluate(string code, string source = null) => throw null;
        public void Dispose() => throw null;
    }
}

namespace Scriban
{
    public class Template
    {
        public static Template Parse(string text, string sourceFilePath = null) => throw null;
        public string Render(object model = null) => throw null;
    }
}

namespace RazorLight
{
    public interface IRazorLightEngine
    {
        Task<string> CompileRenderStringAsync<T>(string key, string content, T model);
        Task<string> CompileRenderAsync<T>(string key, T model);
    }
}

namespace HandlebarsDotNet
{
    public delegate string HandlebarsTemplate(object context);

    public static class Handlebars
    {
        public static HandlebarsTemplate Compile(string template) => throw null;
    }
}

namespace Microsoft.IdentityModel.Tokens
{
    public abstract class SecurityKey { public virtual string KeyId { get; set; } }
    public class AsymmetricSecurityKey : SecurityKey { }
    public class SymmetricSecurityKey : SecurityKey { public SymmetricSecurityKey(byte[] key) => throw null; }
    public class RsaSecurityKey : AsymmetricSecurityKey { public RsaSecurityKey(System.Security.Cryptography.RSA rsa) => throw null; }
    public class X509SecurityKey : AsymmetricSecurityKey { public X509SecurityKey(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) => throw null; }
    public abstract class SecurityToken { public virtual DateTime ValidTo => throw null; }
    public class SigningCredentials { public SigningCredentials(SecurityKey key, string algorithm) => throw null; }

    public static class SecurityAlgorithms
    {
        public const string HmacSha256 = "HS256";
        public const string HmacSha512 = "HS512";
        public const string RsaSha256 = "RS256";
        public const string EcdsaSha256 = "ES256";
        public const string None = "none";
    }

    public class SecurityTokenDescriptor
    {
        public System.Security.Claims.ClaimsIdentity Subject { get; set; }
        public string Issuer { get; set; }
        public string Audience { get; set; }
        public DateTime? Expires { get; set; }
        public SigningCredentials SigningCredentials { get; set; }
    }

    public delegate SecurityToken SignatureValidator(string token, TokenValidationParameters validationParameters);
    public delegate string IssuerValidator(string issuer, SecurityToken securityToken, TokenValidationParameters validationParameters);
    public delegate bool AudienceValidator(IEnumerable<string> audiences, SecurityToken securityToken, TokenValidationParameters validationParameters);
    public delegate bool LifetimeValidator(DateTime? notBefore, DateTime? expires, SecurityToken securityToken, TokenValidationParameters validationParameters);

    public class TokenValidationParameters
    {
        public bool ValidateIssuer { get; set; }
        public bool ValidateAudience { get; set; }
        public bool ValidateLifetime { get; set; }
        public bool ValidateIssuerSigningKey { get; set; }
        public bool RequireSignedTokens { get; set; }
        public bool RequireExpirationTime { get; set; }
        public bool RequireAudience { get; set; }
        public bool ValidateTokenReplay { get; set; }
        public TimeSpan ClockSkew { get; set; }
        public string ValidIssuer { get; set; }
        public string ValidAudience { get; set; }
        public IEnumerable<string> ValidIssuers { get; set; }
        public IEnumerable<string> ValidAudiences { get; set; }
        public IEnumerable<string> ValidAlgorithms { get; set; }
        public string NameClaimType { get; set; }
        public SecurityKey IssuerSigningKey { get; set; }
        public IEnumerable<SecurityKey> IssuerSigningKeys { get; set; }
        public SignatureValidator SignatureValidator { get; set; }
        public IssuerValidator IssuerValidator { get; set; }
        public AudienceValidator AudienceValidator { get; set; }
        public LifetimeValidator LifetimeValidator { get; set; }
    }

    public class TokenValidationResult
    {
        public bool IsValid { get; set; }
        public Exception? Exception { get; set; }
        public System.Security.Claims.ClaimsIdentity ClaimsIdentity { get; set; }
        public IDictionary<string, object> Claims => throw null;
        public SecurityToken SecurityToken { get; set; }
    }
}

namespace System.IdentityModel.Tokens.Jwt
{
    using Microsoft.IdentityModel.Tokens;

    public class JwtSecurityToken : SecurityToken
    {
        public JwtSecurityToken(string issuer = null, string audience = null, IEnumerable<Security.Claims.Claim> claims = null, DateTime? notBefore = null, DateTime? expires = null, SigningCredentials signingCredentials = null) => throw null;
        public JwtSecurityToken(string jwtEncodedString) => throw null;
        public IEnumerable<Security.Claims.Claim> Claims => throw null;
        public JwtPayload Payload => throw null;
        public string Issuer => throw null;
        public string Subject => throw null;
    }

    public class JwtPayload : Dictionary<string, object>
    {
        public string Sub => throw null;
    }

    public class JwtSecurityTokenHandler
    {
        public virtual bool CanReadToken(string token) => throw null;
        public JwtSecurityToken ReadJwtToken(string token) => throw null;
        public SecurityToken ReadToken(string token) => throw null;
        public virtual string WriteToken(SecurityToken token) => throw null;
        public virtual SecurityToken CreateToken(SecurityTokenDescriptor tokenDescriptor) => throw null;
        public virtual Security.Claims.ClaimsPrincipal ValidateToken(string token, TokenValidationParameters validationParameters, out SecurityToken validatedToken) => throw null;
        public Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters) => throw null;
    }
}

namespace Microsoft.IdentityModel.JsonWebTokens
{
    using Microsoft.IdentityModel.Tokens;

    public class JsonWebToken : SecurityToken
    {
        public JsonWebToken(string jwtEncodedString) => throw null;
        public IEnumerable<System.Security.Claims.Claim> Claims => throw null;
        public string Subject => throw null;
        public string GetPayloadValue<T>(string key) => throw null;
        public System.Security.Claims.Claim GetClaim(string key) => throw null;
    }

    public class JsonWebTokenHandler
    {
        public virtual JsonWebToken ReadJsonWebToken(string token) => throw null;
        public Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters) => throw null;
    }
}

namespace Grpc.Core
{
    public class Metadata : List<Metadata.Entry>
    {
        public string GetValue(string key) => throw null;
        public class Entry { public string Key => throw null; public string Value => throw null; }
    }

    public enum StatusCode { OK, Cancelled, Unknown, InvalidArgument, NotFound = 5, PermissionDenied = 7, Internal = 13 }

    public struct Status { public Status(StatusCode statusCode, string detail) => throw null; }
    public class RpcException : Exception { public RpcException(Status status) => throw null; }

    public interface IAsyncStreamReader<out T>
    {
        T Current { get; }
        Task<bool> MoveNext(CancellationToken cancellationToken);
    }

    public abstract class ServerCallContext
    {
        public Metadata RequestHeaders => throw null;
        public string Peer => throw null;
        public CancellationToken CancellationToken => throw null;
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class BindServiceMethodAttribute : Attribute
    {
        public BindServiceMethodAttribute(Type bindType, string bindMethodName) => throw null;
    }
}

namespace Azure.Storage.Blobs
{
    public class BlobContainerClient
    {
        public virtual BlobClient GetBlobClient(string blobName) => throw null;
    }

    public class BlobClient
    {
        public BlobClient(Uri blobUri) => throw null;
        public virtual Task<Stream> OpenReadAsync() => throw null;
    }
}

namespace Ganss.Xss
{
    public class HtmlSanitizer
    {
        public string Sanitize(string html, string baseUrl = "") => throw null;
    }
}

namespace Markdig
{
    public static class Markdown { public static string ToHtml(string markdown, MarkdownPipeline pipeline = null) => throw null; }
    public class MarkdownPipeline { }
}

namespace MediatR
{
    public interface IBaseRequest { }
    public interface IRequest : IBaseRequest { }
    public interface IRequest<out TResponse> : IBaseRequest { }
    public interface IRequestHandler<in TRequest, TResponse> where TRequest : IRequest<TResponse> { Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken); }
    public interface IRequestHandler<in TRequest> where TRequest : IRequest { Task Handle(TRequest request, CancellationToken cancellationToken); }
    public interface ISender { Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default); }
    public interface IMediator : ISender { }
}

namespace FluentValidation
{
    public interface IRuleBuilder<T, out TProperty> { }

    public interface IRuleBuilderOptions<T, out TProperty> : IRuleBuilder<T, TProperty> { }

    public abstract class AbstractValidator<T>
    {
        public IRuleBuilderOptions<T, TProperty> RuleFor<TProperty>(System.Linq.Expressions.Expression<Func<T, TProperty>> expression) => throw null;
    }

    public static class DefaultValidatorExtensions
    {
        public static IRuleBuilderOptions<T, TProperty> NotEmpty<T, TProperty>(this IRuleBuilder<T, TProperty> ruleBuilder) => throw null;
        public static IRuleBuilderOptions<T, string> MinimumLength<T>(this IRuleBuilder<T, string> ruleBuilder, int minimumLength) => throw null;
        public static IRuleBuilderOptions<T, string> Length<T>(this IRuleBuilder<T, string> ruleBuilder, int min, int max) => throw null;
    }
}

namespace System.CodeDom.Compiler
{
    public class CompilerParameters { public bool GenerateInMemory { get; set; } }

    public class CompilerErrorCollection : CollectionBase { }

    public class CompilerResults
    {
        public CompilerErrorCollection Errors => throw null;
        public Reflection.Assembly CompiledAssembly => throw null;
    }

    public abstract class CodeDomProvider : IDisposable
    {
        public static CodeDomProvider CreateProvider(string language) => throw null;
        public virtual CompilerResults CompileAssemblyFromSource(CompilerParameters options, params string[] sources) => throw null;
        public void Dispose() => throw null;
    }
}
