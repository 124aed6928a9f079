// Stand-ins for the configuration of the .NET Framework and of Web API 2: the public names, no behaviour.
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Security.Principal;

namespace System.Configuration
{
    public static class ConfigurationManager
    {
        public static NameValueCollection AppSettings => throw null;
        public static ConnectionStringSettingsCollection ConnectionStrings => throw null;
        public static object GetSection(string sectionName) => throw null;
    }

    public sealed class ConnectionStringSettings { public string ConnectionString { get; set; } }
    public sealed class ConnectionStringSettingsCollection { public ConnectionStringSettings this[string name] => throw null; }
    public class ConfigurationErrorsException : SystemException { public ConfigurationErrorsException(string message) => throw null; }
}

namespace System.Web.Http
{
    public enum IncludeErrorDetailPolicy { Default, LocalOnly, Always, Never }

    public class HttpConfiguration
    {
        public IncludeErrorDetailPolicy IncludeErrorDetailPolicy { get; set; }
        public Collection<Net.Http.DelegatingHandler> MessageHandlers => throw null;
    }

    public static class CorsHttpConfigurationExtensions
    {
        public static void EnableCors(this HttpConfiguration httpConfiguration) => throw null;
        public static void EnableCors(this HttpConfiguration httpConfiguration, Cors.ICorsPolicyProvider defaultPolicyProvider) => throw null;
    }
}

namespace System.Web.Http.Cors
{
    public interface ICorsPolicyProvider { }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
    public sealed class EnableCorsAttribute : Attribute, ICorsPolicyProvider
    {
        public EnableCorsAttribute(string origins, string headers, string methods) => throw null;
        public bool SupportsCredentials { get; set; }
    }
}

namespace System.Web.Http.Controllers
{
    public class HttpRequestContext { public virtual IPrincipal Principal { get; set; } }

    public class HttpActionContext
    {
        public Net.Http.HttpRequestMessage Request => throw null;
        public Net.Http.HttpResponseMessage Response { get; set; }
        public HttpRequestContext RequestContext => throw null;
    }
}

namespace System.Web.Http.Filters
{
    public abstract class FilterAttribute : Attribute { }

    public abstract class AuthorizationFilterAttribute : FilterAttribute
    {
        public virtual void OnAuthorization(Controllers.HttpActionContext actionContext) => throw null;
    }
}
