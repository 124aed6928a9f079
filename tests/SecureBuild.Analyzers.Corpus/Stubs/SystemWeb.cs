// Stand-ins for System.Web, Web Forms, MVC 5 and Web API 2: the public names, no behaviour.
using System.Collections;
using System.Collections.Specialized;
using System.Net.Http;
using System.Security.Principal;

namespace System.Web
{
    public sealed class HttpContext
    {
        public static HttpContext Current { get; set; }
        public HttpRequest Request => throw null;
        public HttpResponse Response => throw null;
        public HttpServerUtility Server => throw null;
        public SessionState.HttpSessionState Session => throw null;
        public IPrincipal User { get; set; }
        public IDictionary Items => throw null;
    }

    public abstract class HttpContextBase
    {
        public virtual HttpRequestBase Request => throw null;
        public virtual HttpResponseBase Response => throw null;
        public virtual HttpServerUtilityBase Server => throw null;
        public virtual HttpSessionStateBase Session => throw null;
        public virtual IPrincipal User { get; set; }
    }

    public sealed class HttpRequest
    {
        public NameValueCollection QueryString => throw null;
        public NameValueCollection Form => throw null;
        public NameValueCollection Headers => throw null;
        public NameValueCollection Params => throw null;
        public NameValueCollection ServerVariables => throw null;
        public HttpCookieCollection Cookies => throw null;
        public HttpFileCollection Files => throw null;
        public string this[string key] => throw null;
        public string RawUrl => throw null;
        public string Path => throw null;
        public string PathInfo => throw null;
        public Uri Url => throw null;
        public Uri UrlReferrer => throw null;
        public string UserAgent => throw null;
        public string UserHostAddress => throw null;
        public string HttpMethod => throw null;
        public Stream InputStream => throw null;
        public bool IsLocal => throw null;
        public string MapPath(string virtualPath) => throw null;
    }

    public abstract class HttpRequestBase
    {
        public virtual NameValueCollection QueryString => throw null;
        public virtual NameValueCollection Form => throw null;
        public virtual NameValueCollection Headers => throw null;
        public virtual NameValueCollection Params => throw null;
        public virtual HttpCookieCollection Cookies => throw null;
        public virtual HttpFileCollectionBase Files => throw null;
        public virtual string this[string key] => throw null;
        public virtual string RawUrl => throw null;
        public virtual Uri Url => throw null;
        public virtual Uri UrlReferrer => throw null;
        public virtual string UserAgent => throw null;
        public virtual Stream InputStream => throw null;
        public virtual bool IsLocal => throw null;
    }

    public sealed class HttpResponse
    {
        public HttpCookieCollection Cookies => throw null;
        public NameValueCollection Headers => throw null;
        public string ContentType { get; set; }
        public int StatusCode { get; set; }
        public string RedirectLocation { get; set; }
        public Stream OutputStream => throw null;
        public TextWriter Output => throw null;
        public void Write(string s) => throw null;
        public void Write(object obj) => throw null;
        public void WriteFile(string filename) => throw null;
        public void TransmitFile(string filename) => throw null;
        public void BinaryWrite(byte[] buffer) => throw null;
        public void Redirect(string url) => throw null;
        public void Redirect(string url, bool endResponse) => throw null;
        public void AddHeader(string name, string value) => throw null;
        public void AppendHeader(string name, string value) => throw null;
        public void SetCookie(HttpCookie cookie) => throw null;
        public void End() => throw null;
    }

    public abstract class HttpResponseBase
    {
        public virtual HttpCookieCollection Cookies => throw null;
        public virtual NameValueCollection Headers => throw null;
        public virtual string ContentType { get; set; }
        public virtual string RedirectLocation { get; set; }
        public virtual void Write(string s) => throw null;
        public virtual void WriteFile(string filename) => throw null;
        public virtual void TransmitFile(string filename) => throw null;
        public virtual void Redirect(string url) => throw null;
        public virtual void AddHeader(string name, string value) => throw null;
        public virtual void AppendHeader(string name, string value) => throw null;
        public virtual void SetCookie(HttpCookie cookie) => throw null;
    }

    public sealed class HttpServerUtility
    {
        public string MapPath(string path) => throw null;
        public string HtmlEncode(string s) => throw null;
        public string UrlEncode(string s) => throw null;
        public Exception GetLastError() => throw null;
        public void ClearError() => throw null;
        public void Transfer(string path) => throw null;
    }

    public abstract class HttpServerUtilityBase
    {
        public virtual string MapPath(string path) => throw null;
        public virtual string HtmlEncode(string s) => throw null;
        public virtual string UrlEncode(string s) => throw null;
    }

    public abstract class HttpSessionStateBase
    {
        public virtual object this[string name] { get => throw null; set => throw null; }
    }

    public enum SameSiteMode { None, Lax, Strict }

    public sealed class HttpCookie
    {
        public HttpCookie(string name) => throw null;
        public HttpCookie(string name, string value) => throw null;
        public string Name { get; set; }
        public string Value { get; set; }
        public string Domain { get; set; }
        public string Path { get; set; }
        public bool Secure { get; set; }
        public bool HttpOnly { get; set; }
        public SameSiteMode SameSite { get; set; }
        public DateTime Expires { get; set; }
        public NameValueCollection Values => throw null;
        public string this[string key] { get => throw null; set => throw null; }
    }

    public sealed class HttpCookieCollection : NameObjectCollectionBase
    {
        public HttpCookie this[string name] => throw null;
        public HttpCookie Get(string name) => throw null;
        public void Add(HttpCookie cookie) => throw null;
        public void Set(HttpCookie cookie) => throw null;
    }

    public sealed class HttpFileCollection : NameObjectCollectionBase
    {
        public HttpPostedFile this[string name] => throw null;
        public HttpPostedFile this[int index] => throw null;
    }

    public abstract class HttpFileCollectionBase : NameObjectCollectionBase
    {
        public virtual HttpPostedFileBase this[string name] => throw null;
        public virtual HttpPostedFileBase this[int index] => throw null;
    }

    public sealed class HttpPostedFile
    {
        public string FileName => throw null;
        public string ContentType => throw null;
        public int ContentLength => throw null;
        public Stream InputStream => throw null;
        public void SaveAs(string filename) => throw null;
    }

    public abstract class HttpPostedFileBase
    {
        public virtual string FileName => throw null;
        public virtual string ContentType => throw null;
        public virtual int ContentLength => throw null;
        public virtual Stream InputStream => throw null;
        public virtual void SaveAs(string filename) => throw null;
    }

    public interface IHttpHandler
    {
        bool IsReusable { get; }
        void ProcessRequest(HttpContext context);
    }

    public interface IHttpModule
    {
        void Init(HttpApplication context);
        void Dispose();
    }

    public class HttpApplication
    {
        public HttpContext Context => throw null;
        public HttpRequest Request => throw null;
        public HttpResponse Response => throw null;
        public HttpServerUtility Server => throw null;
        public event EventHandler BeginRequest;
        public event EventHandler Error;
    }

    public interface IHtmlString
    {
        string ToHtmlString();
    }

    public class HtmlString : IHtmlString
    {
        public HtmlString(string value) => throw null;
        public string ToHtmlString() => throw null;
    }
}

namespace System.Web.SessionState
{
    public sealed class HttpSessionState
    {
        public object this[string name] { get => throw null; set => throw null; }
        public string SessionID => throw null;
        public void Abandon() => throw null;
    }
}

namespace System.Web.Security
{
    public static class FormsAuthentication
    {
        public static void SetAuthCookie(string userName, bool createPersistentCookie) => throw null;
        public static void RedirectFromLoginPage(string userName, bool createPersistentCookie) => throw null;
    }
}

namespace System.Web.Security.AntiXss
{
    public class AntiXssEncoder
    {
        public static string HtmlEncode(string input, bool useNamedEntities) => throw null;
        public static string UrlEncode(string input) => throw null;
        public static string XmlEncode(string input) => throw null;
    }
}

namespace System.Web.UI
{
    public class Control
    {
        public string ID { get; set; }
        public virtual ControlCollection Controls => throw null;
        public virtual Page Page { get; set; }
        protected virtual StateBag ViewState => throw null;
        protected virtual void Render(HtmlTextWriter writer) => throw null;
    }

    public sealed class StateBag { public object this[string key] { get => throw null; set => throw null; } }

    public class ControlCollection
    {
        public virtual void Add(Control child) => throw null;
    }

    public class TemplateControl : Control { }

    public class UserControl : TemplateControl
    {
        public HttpRequest Request => throw null;
        public HttpResponse Response => throw null;
    }

    public class Page : TemplateControl
    {
        public HttpRequest Request => throw null;
        public HttpResponse Response => throw null;
        public HttpServerUtility Server => throw null;
        public SessionState.HttpSessionState Session => throw null;
        public IPrincipal User => throw null;
        public bool IsPostBack => throw null;
        public bool IsValid => throw null;
        public ClientScriptManager ClientScript => throw null;
    }

    public sealed class ClientScriptManager
    {
        public void RegisterStartupScript(Type type, string key, string script) => throw null;
        public void RegisterStartupScript(Type type, string key, string script, bool addScriptTags) => throw null;
    }

    public class LiteralControl : Control
    {
        public LiteralControl(string text) => throw null;
        public virtual string Text { get; set; }
    }

    public class HtmlTextWriter : TextWriter
    {
        public HtmlTextWriter(TextWriter writer) => throw null;
        public override Text.Encoding Encoding => throw null;
        public virtual void WriteEncodedText(string text) => throw null;
        public override void Write(string s) => throw null;
    }

    public sealed class LosFormatter
    {
        public object Deserialize(string input) => throw null;
        public object Deserialize(Stream stream) => throw null;
    }

    public sealed class ObjectStateFormatter
    {
        public object Deserialize(string inputString) => throw null;
    }
}

namespace System.Web.UI.HtmlControls
{
    public abstract class HtmlControl : Control { }

    public abstract class HtmlContainerControl : HtmlControl
    {
        public virtual string InnerHtml { get; set; }
        public virtual string InnerText { get; set; }
    }

    public class HtmlGenericControl : HtmlContainerControl { public HtmlGenericControl(string tag) => throw null; }
}

namespace System.Web.UI.WebControls
{
    public class WebControl : Control
    {
        public virtual string ToolTip { get; set; }
    }

    public class TextBox : WebControl { public virtual string Text { get; set; } }
    public class Label : WebControl { public virtual string Text { get; set; } }
    public class Literal : Control { public string Text { get; set; } public LiteralMode Mode { get; set; } }
    public enum LiteralMode { Transform, PassThrough, Encode }
    public class HiddenField : Control { public virtual string Value { get; set; } }
    public class Button : WebControl { public string Text { get; set; } public event EventHandler Click; }
    public class HyperLink : WebControl { public string NavigateUrl { get; set; } public virtual string Text { get; set; } }

    public class DropDownList : WebControl { public virtual string SelectedValue { get; set; } }

    public class FileUpload : WebControl
    {
        public bool HasFile => throw null;
        public string FileName => throw null;
        public HttpPostedFile PostedFile => throw null;
        public void SaveAs(string filename) => throw null;
    }

    public class GridView : WebControl
    {
        public object DataSource { get; set; }
        public void DataBind() => throw null;
    }

    public class SqlDataSource : Control
    {
        public string SelectCommand { get; set; }
        public string FilterExpression { get; set; }
    }
}

namespace System.Web.Script.Serialization
{
    public abstract class JavaScriptTypeResolver { }
    public class SimpleTypeResolver : JavaScriptTypeResolver { }

    public class JavaScriptSerializer
    {
        public JavaScriptSerializer() => throw null;
        public JavaScriptSerializer(JavaScriptTypeResolver resolver) => throw null;
        public T Deserialize<T>(string input) => throw null;
        public object DeserializeObject(string input) => throw null;
        public string Serialize(object obj) => throw null;
    }
}

namespace System.Web.Mvc
{
    public abstract class ActionResult { }
    public class ContentResult : ActionResult { public string Content { get; set; } public string ContentType { get; set; } }
    public class RedirectResult : ActionResult { public RedirectResult(string url) => throw null; }
    public class RedirectToRouteResult : ActionResult { }
    public class ViewResult : ActionResult { }
    public class JsonResult : ActionResult { }
    public abstract class FileResult : ActionResult { }
    public class FilePathResult : FileResult { public FilePathResult(string fileName, string contentType) => throw null; }
    public class FileContentResult : FileResult { }
    public class FileStreamResult : FileResult { }
    public class HttpStatusCodeResult : ActionResult { public HttpStatusCodeResult(int statusCode) => throw null; public HttpStatusCodeResult(int statusCode, string statusDescription) => throw null; }
    public class HttpNotFoundResult : HttpStatusCodeResult { public HttpNotFoundResult() : base(404) => throw null; }

    public abstract class ControllerBase
    {
        public dynamic ViewBag => throw null;
        public IDictionary<string, object> ViewData { get; set; }
    }

    public abstract class Controller : ControllerBase
    {
        public HttpContextBase HttpContext => throw null;
        public HttpRequestBase Request => throw null;
        public HttpResponseBase Response => throw null;
        public HttpServerUtilityBase Server => throw null;
        public HttpSessionStateBase Session => throw null;
        public IPrincipal User => throw null;
        public UrlHelper Url { get; set; }
        protected internal ViewResult View() => throw null;
        protected internal ViewResult View(object model) => throw null;
        protected internal ContentResult Content(string content) => throw null;
        protected internal ContentResult Content(string content, string contentType) => throw null;
        protected internal virtual RedirectResult Redirect(string url) => throw null;
        protected internal RedirectToRouteResult RedirectToAction(string actionName) => throw null;
        protected internal RedirectToRouteResult RedirectToAction(string actionName, string controllerName) => throw null;
        protected internal virtual FilePathResult File(string fileName, string contentType) => throw null;
        protected internal FileContentResult File(byte[] fileContents, string contentType) => throw null;
        protected internal FileStreamResult File(Stream fileStream, string contentType) => throw null;
        protected internal JsonResult Json(object data) => throw null;
        protected internal HttpNotFoundResult HttpNotFound() => throw null;
        protected internal bool TryUpdateModel<TModel>(TModel model) where TModel : class => throw null;
        protected internal bool TryUpdateModel<TModel>(TModel model, string[] includeProperties) where TModel : class => throw null;
        public ModelStateDictionary ModelState => throw null;
    }

    public class ModelStateDictionary { public bool IsValid => throw null; }

    public class UrlHelper
    {
        public virtual bool IsLocalUrl(string url) => throw null;
        public virtual string Action(string actionName, string controllerName) => throw null;
    }

    public sealed class MvcHtmlString : HtmlString
    {
        public MvcHtmlString(string value) : base(value) => throw null;
        public static MvcHtmlString Create(string value) => throw null;
    }

    public class HtmlHelper
    {
        public IHtmlString Raw(string value) => throw null;
        public string Encode(string value) => throw null;
    }

    public class TagBuilder
    {
        public TagBuilder(string tagName) => throw null;
        public string InnerHtml { get; set; }
        public void SetInnerText(string innerText) => throw null;
        public void MergeAttribute(string key, string value) => throw null;
    }

    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpGetAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpPostAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public class AuthorizeAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpPutAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpDeleteAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public sealed class BindAttribute : Attribute { public string Include { get; set; } public string Exclude { get; set; } }
    [AttributeUsage(AttributeTargets.All)] public class AllowAnonymousAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public class ChildActionOnlyAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public class ValidateAntiForgeryTokenAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public class ValidateInputAttribute : Attribute { public ValidateInputAttribute(bool enableValidation) => throw null; }
}

namespace System.Web.Http
{
    public interface IHttpActionResult { }

    public abstract class ApiController
    {
        public HttpRequestMessage Request { get; set; }
        public IPrincipal User { get; set; }
        protected internal virtual Results.OkResult Ok() => throw null;
        protected internal virtual Results.OkNegotiatedContentResult<T> Ok<T>(T content) => throw null;
        protected internal virtual Results.NotFoundResult NotFound() => throw null;
        protected internal virtual Results.BadRequestResult BadRequest() => throw null;
        protected internal virtual Results.BadRequestErrorMessageResult BadRequest(string message) => throw null;
        protected internal virtual Results.RedirectResult Redirect(string location) => throw null;
        protected internal virtual Results.ExceptionResult InternalServerError(Exception exception) => throw null;
        protected internal virtual Results.InternalServerErrorResult InternalServerError() => throw null;
    }

    [AttributeUsage(AttributeTargets.All)] public sealed class RouteAttribute : Attribute { public RouteAttribute(string template) => throw null; }
    [AttributeUsage(AttributeTargets.All)] public class RoutePrefixAttribute : Attribute { public RoutePrefixAttribute(string prefix) => throw null; }
    [AttributeUsage(AttributeTargets.All)] public sealed class FromUriAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public sealed class FromBodyAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public sealed class HttpGetAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public sealed class HttpPostAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public sealed class HttpDeleteAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public class AuthorizeAttribute : Attribute { }
}

namespace System.Web.Http.Results
{
    public class OkResult : IHttpActionResult { }
    public class OkNegotiatedContentResult<T> : IHttpActionResult { }
    public class NotFoundResult : IHttpActionResult { }
    public class BadRequestResult : IHttpActionResult { }
    public class BadRequestErrorMessageResult : IHttpActionResult { }
    public class RedirectResult : IHttpActionResult { }
    public class ExceptionResult : IHttpActionResult { }
    public class InternalServerErrorResult : IHttpActionResult { }
}
