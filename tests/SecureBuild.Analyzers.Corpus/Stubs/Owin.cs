// Stand-ins for OWIN (Katana) and the older SignalR: the public names, no behaviour.
using System.Security.Principal;

namespace Owin
{
    using Microsoft.Owin;

    public interface IAppBuilder { }

    public static class AppBuilderUseExtensions
    {
        public static void Run(this IAppBuilder app, Func<IOwinContext, Task> handler) => throw null;
        public static IAppBuilder Use(this IAppBuilder app, Func<IOwinContext, Func<Task>, Task> handler) => throw null;
        public static IAppBuilder Use<T>(this IAppBuilder app, params object[] args) => throw null;
    }

    public static class CookieAuthenticationExtensions
    {
        public static IAppBuilder UseCookieAuthentication(this IAppBuilder app, Microsoft.Owin.Security.Cookies.CookieAuthenticationOptions options) => throw null;
    }
}

namespace Microsoft.Owin
{
    public interface IOwinContext
    {
        IOwinRequest Request { get; }
        IOwinResponse Response { get; }
        T Get<T>(string key);
    }

    public interface IReadableStringCollection : IEnumerable<KeyValuePair<string, string[]>>
    {
        string this[string key] { get; }
        string Get(string key);
        IList<string> GetValues(string key);
    }

    public interface IFormCollection : IReadableStringCollection { }

    public interface IHeaderDictionary : IReadableStringCollection, IDictionary<string, string[]>
    {
        new string this[string key] { get; set; }
        void Append(string key, string value);
        void Set(string key, string value);
    }

    public class RequestCookieCollection : IEnumerable<KeyValuePair<string, string>>
    {
        public string this[string key] => throw null;
        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => throw null;
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw null;
    }

    public class CookieOptions
    {
        public string Domain { get; set; }
        public string Path { get; set; }
        public DateTime? Expires { get; set; }
        public bool Secure { get; set; }
        public bool HttpOnly { get; set; }
        public SameSiteMode? SameSite { get; set; }
    }

    public enum SameSiteMode { None, Lax, Strict }

    public class ResponseCookieCollection
    {
        public void Append(string key, string value) => throw null;
        public void Append(string key, string value, CookieOptions options) => throw null;
        public void Delete(string key) => throw null;
    }

    public struct PathString { public string Value => throw null; public bool HasValue => throw null; }
    public struct QueryString { public string Value => throw null; }

    public interface IOwinRequest
    {
        IReadableStringCollection Query { get; }
        QueryString QueryString { get; set; }
        IHeaderDictionary Headers { get; }
        RequestCookieCollection Cookies { get; }
        PathString Path { get; set; }
        Uri Uri { get; }
        Stream Body { get; set; }
        string Method { get; set; }
        string RemoteIpAddress { get; set; }
        IPrincipal User { get; set; }
        Task<IFormCollection> ReadFormAsync();
    }

    public interface IOwinResponse
    {
        int StatusCode { get; set; }
        string ReasonPhrase { get; set; }
        string ContentType { get; set; }
        IHeaderDictionary Headers { get; }
        ResponseCookieCollection Cookies { get; }
        Stream Body { get; set; }
        void Redirect(string location);
        void Write(string text);
        Task WriteAsync(string text);
        Task WriteAsync(byte[] data);
    }

    public abstract class OwinMiddleware
    {
        protected OwinMiddleware(OwinMiddleware next) => throw null;
        protected OwinMiddleware Next { get; set; }
        public abstract Task Invoke(IOwinContext context);
    }
}

namespace Microsoft.Owin.Security.Cookies
{
    public enum CookieSecureOption { SameAsRequest, Never, Always }

    public class CookieAuthenticationOptions
    {
        public string AuthenticationType { get; set; }
        public string CookieName { get; set; }
        public bool CookieHttpOnly { get; set; }
        public CookieSecureOption CookieSecure { get; set; }
        public TimeSpan ExpireTimeSpan { get; set; }
        public bool SlidingExpiration { get; set; }
    }
}

namespace Microsoft.AspNet.SignalR
{
    public interface INameValueCollection { string this[string key] { get; } string Get(string key); }

    public interface IRequest
    {
        INameValueCollection QueryString { get; }
        INameValueCollection Headers { get; }
    }

    public abstract class Hub
    {
        public Hubs.HubCallerContext Context { get; set; }
        public Hubs.IHubCallerConnectionContext<dynamic> Clients { get; set; }
        public virtual Task OnConnected() => throw null;
    }
}

namespace Microsoft.AspNet.SignalR.Hubs
{
    public class HubCallerContext
    {
        public virtual string ConnectionId => throw null;
        public virtual INameValueCollection QueryString => throw null;
        public virtual INameValueCollection Headers => throw null;
        public virtual IPrincipal User => throw null;
    }

    public interface IHubCallerConnectionContext<T> { T All { get; } T Caller { get; } T Others { get; } }
}
