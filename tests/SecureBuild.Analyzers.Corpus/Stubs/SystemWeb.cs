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
        public HttpApplicationState Application => throw null;
        public Caching.Cache Cache => throw null;
        public void RewritePath(string path) => throw null;
    }

    public abstract class HttpContextBase
    {
        public virtual HttpRequestBase Request => throw null;
        public virtual HttpResponseBase Response => throw null;
        public virtual HttpServerUtilityBase Server => throw null;
        public virtual HttpSessionStateBase Session => throw null;
        public virtual IPrincipal User { get; set; }
        public virtual IDictionary Items => throw null;
        public virtual Caching.Cache Cache => throw null;
    }

    public sealed class HttpApplicationState : NameObjectCollectionBase
    {
        public object this[string name] { get => throw null; set => throw null; }
        public void Lock() => throw null;
        public void UnLock() => throw null;
    }

    public class HttpException : Exception { public HttpException(int httpCode, string message) => throw null; }

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
        public bool IsAuthenticated => throw null;
        public bool IsSecureConnection => throw null;
        public string ContentType { get; set; }
        public int ContentLength => throw null;
        public string FilePath => throw null;
        public string[] UserLanguages => throw null;
        public string PhysicalApplicationPath => throw null;
        public UnvalidatedRequestValues Unvalidated => throw null;
        public byte[] BinaryRead(int count) => throw null;
        public void ValidateInput() => throw null;
        public string MapPath(string virtualPath) => throw null;
    }

    public sealed class UnvalidatedRequestValues
    {
        public NameValueCollection QueryString => throw null;
        public NameValueCollection Form => throw null;
        public NameValueCollection Headers => throw null;
        public string this[string field] => throw null;
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
        public virtual bool IsAuthenticated => throw null;
        public virtual string UserHostAddress => throw null;
        public virtual string HttpMethod => throw null;
        public virtual string Path => throw null;
        public virtual string PathInfo => throw null;
        public virtual NameValueCollection ServerVariables => throw null;
        public virtual UnvalidatedRequestValuesBase Unvalidated => throw null;
    }

    public abstract class UnvalidatedRequestValuesBase
    {
        public virtual NameValueCollection QueryString => throw null;
        public virtual NameValueCollection Form => throw null;
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
        public void AppendCookie(HttpCookie cookie) => throw null;
        public void RedirectPermanent(string url) => throw null;
        public void RedirectPermanent(string url, bool endResponse) => throw null;
        public void TransmitFile(string filename, long offset, long length) => throw null;
        public void Clear() => throw null;
        public void Flush() => throw null;
        public string StatusDescription { get; set; }
        public string Status { get; set; }
        public bool TrySkipIisCustomErrors { get; set; }
        public void AppendToLog(string param) => throw null;
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
        public virtual void AppendCookie(HttpCookie cookie) => throw null;
        public virtual int StatusCode { get; set; }
        public virtual TextWriter Output { get; set; }
        public virtual Stream OutputStream => throw null;
        public virtual void End() => throw null;
        public virtual void Flush() => throw null;
    }

    public sealed class HttpServerUtility
    {
        public string MapPath(string path) => throw null;
        public string HtmlEncode(string s) => throw null;
        public string HtmlDecode(string s) => throw null;
        public string UrlEncode(string s) => throw null;
        public string UrlDecode(string s) => throw null;
        public string UrlPathEncode(string s) => throw null;
        public void Execute(string path) => throw null;
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
        public HttpCookie this[int index] => throw null;
        public HttpCookie Get(string name) => throw null;
        public void Remove(string name) => throw null;
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

    public abstract class HttpTaskAsyncHandler : IHttpHandler
    {
        public virtual bool IsReusable => throw null;
        public virtual void ProcessRequest(HttpContext context) => throw null;
        public abstract Task ProcessRequestAsync(HttpContext context);
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
        public SessionState.HttpSessionState Session => throw null;
        public HttpApplicationState Application => throw null;
        public event EventHandler BeginRequest;
        public event EventHandler EndRequest;
        public event EventHandler AuthenticateRequest;
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
        public int Timeout { get; set; }
        public void Add(string name, object value) => throw null;
        public void Remove(string name) => throw null;
        public void Clear() => throw null;
        public void Abandon() => throw null;
    }

    public interface IRequiresSessionState { }
}

namespace System.Web.Security
{
    public static class FormsAuthentication
    {
        public static void SetAuthCookie(string userName, bool createPersistentCookie) => throw null;
        public static void RedirectFromLoginPage(string userName, bool createPersistentCookie) => throw null;
        public static string FormsCookieName => throw null;
        public static string LoginUrl => throw null;
        public static string Encrypt(FormsAuthenticationTicket ticket) => throw null;
        public static FormsAuthenticationTicket Decrypt(string encryptedTicket) => throw null;
        public static string GetRedirectUrl(string userName, bool createPersistentCookie) => throw null;
        public static void SignOut() => throw null;
    }

    public sealed class FormsAuthenticationTicket
    {
        public FormsAuthenticationTicket(int version, string name, DateTime issueDate, DateTime expiration, bool isPersistent, string userData) => throw null;
        public string Name => throw null;
        public string UserData => throw null;
        public bool Expired => throw null;
    }

    public abstract class MembershipProvider { }
    public static class Membership { public static bool ValidateUser(string username, string password) => throw null; }
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

namespace System.Web.Caching
{
    public sealed class Cache
    {
        public object this[string key] { get => throw null; set => throw null; }
        public object Get(string key) => throw null;
        public void Insert(string key, object value) => throw null;
    }
}

namespace System.Web.Helpers
{
    public static class AntiForgery
    {
        public static void Validate() => throw null;
        public static void Validate(string cookieToken, string formToken) => throw null;
    }
}

namespace System.Web.Services
{
    public class WebService
    {
        public HttpContext Context => throw null;
        public HttpServerUtility Server => throw null;
        public SessionState.HttpSessionState Session => throw null;
        public IPrincipal User => throw null;
    }

    [AttributeUsage(AttributeTargets.Class)] public sealed class WebServiceAttribute : Attribute { public string Namespace { get; set; } public string Name { get; set; } }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class WebMethodAttribute : Attribute
    {
        public WebMethodAttribute() => throw null;
        public WebMethodAttribute(bool enableSession) => throw null;
        public bool EnableSession { get; set; }
        public string Description { get; set; }
    }
}

namespace System.Web.Script.Services
{
    public enum ResponseFormat { Json, Xml }
    [AttributeUsage(AttributeTargets.All)] public sealed class ScriptServiceAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Method)] public sealed class ScriptMethodAttribute : Attribute { public bool UseHttpGet { get; set; } public ResponseFormat ResponseFormat { get; set; } }
}

namespace System.Web.UI
{
    public class Control
    {
        public string ID { get; set; }
        public virtual ControlCollection Controls => throw null;
        public virtual Page Page { get; set; }
        protected virtual StateBag ViewState => throw null;
        public virtual bool Visible { get; set; }
        public virtual Control FindControl(string id) => throw null;
        public virtual void DataBind() => throw null;
        public string ResolveUrl(string relativeUrl) => throw null;
        protected virtual void Render(HtmlTextWriter writer) => throw null;
        protected virtual void OnInit(EventArgs e) => throw null;
        protected virtual void OnLoad(EventArgs e) => throw null;
        protected virtual void OnPreRender(EventArgs e) => throw null;
        protected virtual void CreateChildControls() => throw null;
    }

    public sealed class AttributeCollection
    {
        public string this[string key] { get => throw null; set => throw null; }
        public void Add(string key, string value) => throw null;
    }

    public interface IPostBackEventHandler { void RaisePostBackEvent(string eventArgument); }
    public interface ICallbackEventHandler { void RaiseCallbackEvent(string eventArgument); string GetCallbackResult(); }

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
        public HttpServerUtility Server => throw null;
        public SessionState.HttpSessionState Session => throw null;
        public bool IsPostBack => throw null;
    }

    public enum ValidateRequestMode { Inherit, Disabled, Enabled }

    public class MasterPage : UserControl { }

    public static class ScriptManager
    {
        public static void RegisterStartupScript(Control control, Type type, string key, string script, bool addScriptTags) => throw null;
        public static void RegisterClientScriptBlock(Control control, Type type, string key, string script, bool addScriptTags) => throw null;
    }

    public static class DataBinder
    {
        public static object Eval(object container, string expression) => throw null;
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
        public Caching.Cache Cache => throw null;
        public HttpApplicationState Application => throw null;
        public HtmlControls.HtmlHead Header => throw null;
        public MasterPage Master => throw null;
        public string Title { get; set; }
        public string ErrorPage { get; set; }
        public string ViewStateUserKey { get; set; }
        public bool EnableViewStateMac { get; set; }
        public virtual bool EnableEventValidation { get; set; }
        public ValidateRequestMode ValidateRequestMode { get; set; }
        public Routing.RouteData RouteData => throw null;
        public string MapPath(string virtualPath) => throw null;
        protected virtual void OnPreInit(EventArgs e) => throw null;
    }

    public sealed class ClientScriptManager
    {
        public void RegisterStartupScript(Type type, string key, string script) => throw null;
        public void RegisterStartupScript(Type type, string key, string script, bool addScriptTags) => throw null;
        public void RegisterClientScriptBlock(Type type, string key, string script) => throw null;
        public void RegisterClientScriptBlock(Type type, string key, string script, bool addScriptTags) => throw null;
        public void RegisterHiddenField(string hiddenFieldName, string hiddenFieldInitialValue) => throw null;
    }

    public class LiteralControl : Control
    {
        public LiteralControl() => throw null;
        public LiteralControl(string text) => throw null;
        public virtual string Text { get; set; }
    }

    public class HtmlTextWriter : TextWriter
    {
        public HtmlTextWriter(TextWriter writer) => throw null;
        public override Text.Encoding Encoding => throw null;
        public virtual void WriteEncodedText(string text) => throw null;
        public override void Write(string s) => throw null;
        public override void Write(object value) => throw null;
        public override void WriteLine(string s) => throw null;
        public virtual void AddAttribute(string name, string value) => throw null;
        public virtual void AddAttribute(string name, string value, bool fEncode) => throw null;
        public virtual void AddAttribute(HtmlTextWriterAttribute key, string value) => throw null;
        public virtual void AddAttribute(HtmlTextWriterAttribute key, string value, bool fEncode) => throw null;
        public virtual void RenderBeginTag(string tagName) => throw null;
        public virtual void RenderBeginTag(HtmlTextWriterTag tagKey) => throw null;
        public virtual void RenderEndTag() => throw null;
        public virtual void WriteBeginTag(string tagName) => throw null;
        public virtual void WriteAttribute(string name, string value) => throw null;
        public virtual void WriteAttribute(string name, string value, bool fEncode) => throw null;
        public virtual void WriteEndTag(string tagName) => throw null;
        public virtual void WriteBreak() => throw null;
    }

    public enum HtmlTextWriterAttribute { Class, Href, Id, Title, Value, Src }
    public enum HtmlTextWriterTag { A, B, Div, Span, P, Td, Tr, Table, H1 }

    public sealed class LosFormatter
    {
        public LosFormatter() => throw null;
        public LosFormatter(bool enableMac, string macKeyModifier) => throw null;
        public LosFormatter(bool enableMac, byte[] macKeyModifier) => throw null;
        public void Serialize(Stream stream, object value) => throw null;
        public void Serialize(TextWriter output, object value) => throw null;
        public object Deserialize(string input) => throw null;
        public object Deserialize(Stream stream) => throw null;
    }

    public sealed class ObjectStateFormatter
    {
        public object Deserialize(string inputString) => throw null;
        public object Deserialize(Stream inputStream) => throw null;
        public string Serialize(object stateGraph) => throw null;
    }
}

namespace System.Web.Routing
{
    public class RouteValueDictionary : Dictionary<string, object> { }
    public class RouteData { public RouteValueDictionary Values => throw null; }
}

namespace System.Web.UI.HtmlControls
{
    public abstract class HtmlControl : Control { public UI.AttributeCollection Attributes => throw null; }
    public sealed class HtmlHead : HtmlControl { public string Title { get; set; } }
    public class HtmlAnchor : HtmlContainerControl { public string HRef { get; set; } public string Title { get; set; } }
    public class HtmlImage : HtmlControl { public string Src { get; set; } }
    public abstract class HtmlInputControl : HtmlControl { public virtual string Value { get; set; } }
    public class HtmlInputText : HtmlInputControl { }
    public class HtmlInputHidden : HtmlInputControl { }
    public class HtmlInputFile : HtmlInputControl { public HttpPostedFile PostedFile => throw null; }
    public class HtmlTextArea : HtmlContainerControl { public string Value { get; set; } }

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
        public virtual string CssClass { get; set; }
        public virtual bool Enabled { get; set; }
        public AttributeCollection Attributes => throw null;
    }

    public class TextBox : WebControl { public virtual string Text { get; set; } }
    public class Label : WebControl { public virtual string Text { get; set; } }
    public class Literal : Control { public string Text { get; set; } public LiteralMode Mode { get; set; } }
    public enum LiteralMode { Transform, PassThrough, Encode }
    public class HiddenField : Control { public virtual string Value { get; set; } }
    public class Button : WebControl { public string Text { get; set; } public string CommandArgument { get; set; } public event EventHandler Click; }
    public class LinkButton : WebControl { public virtual string Text { get; set; } public string CommandArgument { get; set; } public event EventHandler Click; }
    public class CheckBox : WebControl { public virtual string Text { get; set; } public virtual bool Checked { get; set; } }
    public class RadioButton : CheckBox { }
    public class Image : WebControl { public virtual string ImageUrl { get; set; } public virtual string AlternateText { get; set; } }
    public class Panel : WebControl { public virtual string GroupingText { get; set; } }
    public class PlaceHolder : Control { }
    public class Calendar : WebControl { public DateTime SelectedDate { get; set; } public string Caption { get; set; } }
    public class TableCell : WebControl { public virtual string Text { get; set; } }
    public class TableRow : WebControl { public virtual TableCellCollection Cells => throw null; }
    public sealed class TableCellCollection { public TableCell this[int index] => throw null; public int Add(TableCell cell) => throw null; }
    public class TableRowCollection { public int Add(TableRow row) => throw null; }
    public class Table : WebControl { public virtual TableRowCollection Rows => throw null; }
    public class GridViewRow : TableRow { public virtual object DataItem { get; set; } }
    public class GridViewRowEventArgs : EventArgs { public GridViewRow Row => throw null; }
    public class GridViewCommandEventArgs : CommandEventArgs { }
    public class CommandEventArgs : EventArgs { public object CommandArgument => throw null; public string CommandName => throw null; }
    public enum SortDirection { Ascending, Descending }
    public class GridViewSortEventArgs : EventArgs { public string SortExpression { get; set; } public SortDirection SortDirection { get; set; } }
    public class GridViewUpdateEventArgs : EventArgs { public System.Collections.Specialized.IOrderedDictionary NewValues => throw null; public int RowIndex => throw null; }
    public class ServerValidateEventArgs : EventArgs { public string Value => throw null; public bool IsValid { get; set; } }
    public class RepeaterItem : Control { public virtual object DataItem { get; set; } }
    public class RepeaterItemEventArgs : EventArgs { public RepeaterItem Item => throw null; }
    public class Repeater : Control { public virtual object DataSource { get; set; } }
    public sealed class ListItem { public ListItem(string text, string value) => throw null; public string Text { get; set; } public string Value { get; set; } }
    public sealed class ListItemCollection { public void Add(string item) => throw null; public void Add(ListItem item) => throw null; public ListItem FindByValue(string value) => throw null; }
    public class BoundField { public virtual bool HtmlEncode { get; set; } public string DataField { get; set; } public string HeaderText { get; set; } }
    public abstract class BaseValidator : Label { public bool IsValid { get; set; } public string ErrorMessage { get; set; } public void Validate() => throw null; }
    public class HyperLink : WebControl { public string NavigateUrl { get; set; } public virtual string Text { get; set; } }

    public abstract class ListControl : WebControl { public virtual string SelectedValue { get; set; } public virtual int SelectedIndex { get; set; } public virtual string Text { get; set; } public virtual ListItem SelectedItem => throw null; public virtual ListItemCollection Items => throw null; }
    public class DropDownList : ListControl { }
    public class RadioButtonList : ListControl { }

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
        public override void DataBind() => throw null;
    }

    public sealed class ParameterCollection { public int Add(string name, string value) => throw null; }

    public class SqlDataSource : Control
    {
        public string SelectCommand { get; set; }
        public string DeleteCommand { get; set; }
        public string UpdateCommand { get; set; }
        public string InsertCommand { get; set; }
        public ParameterCollection SelectParameters => throw null;
        public int Delete() => throw null;
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
        public object Deserialize(string input, Type targetType) => throw null;
        public object DeserializeObject(string input) => throw null;
        public string Serialize(object obj) => throw null;
        public int MaxJsonLength { get; set; }
    }
}

namespace System.Web.Mvc
{
    public abstract class ActionResult { }
    public class ContentResult : ActionResult { public string Content { get; set; } public string ContentType { get; set; } }
    public class RedirectResult : ActionResult { public RedirectResult(string url) => throw null; }
    public class RedirectToRouteResult : ActionResult { }
    public class ViewResult : ActionResult { }
    public class JsonResult : ActionResult { public object Data { get; set; } }
    public class JavaScriptResult : ActionResult { public string Script { get; set; } }
    public class PartialViewResult : ActionResult { }
    public enum JsonRequestBehavior { AllowGet, DenyGet }
    public class TempDataDictionary : Dictionary<string, object> { }
    public sealed class FormCollection : NameValueCollection { }

    public class ControllerContext
    {
        public virtual HttpContextBase HttpContext { get; set; }
        public virtual ControllerBase Controller { get; set; }
        public virtual Routing.RouteData RouteData { get; set; }
    }

    public class ActionExecutingContext : ControllerContext { public ActionResult Result { get; set; } public virtual IDictionary<string, object> ActionParameters { get; set; } }
    public class ActionExecutedContext : ControllerContext { public ActionResult Result { get; set; } }
    public class AuthorizationContext : ControllerContext { public ActionResult Result { get; set; } }
    public class ExceptionContext : ControllerContext { public Exception Exception { get; set; } public bool ExceptionHandled { get; set; } public ActionResult Result { get; set; } }
    public interface IExceptionFilter { void OnException(ExceptionContext filterContext); }
    public interface IAuthorizationFilter { void OnAuthorization(AuthorizationContext filterContext); }

    [AttributeUsage(AttributeTargets.All)]
    public abstract class ActionFilterAttribute : Attribute
    {
        public virtual void OnActionExecuting(ActionExecutingContext filterContext) => throw null;
        public virtual void OnActionExecuted(ActionExecutedContext filterContext) => throw null;
    }

    public class ValueProviderResult { public string AttemptedValue => throw null; }
    public interface IValueProvider { ValueProviderResult GetValue(string key); }
    public class ModelBindingContext { public string ModelName { get; set; } public IValueProvider ValueProvider { get; set; } }
    public interface IModelBinder { object BindModel(ControllerContext controllerContext, ModelBindingContext bindingContext); }
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
        protected internal virtual RedirectResult RedirectPermanent(string url) => throw null;
        protected internal virtual FilePathResult File(string fileName, string contentType, string fileDownloadName) => throw null;
        protected internal FileContentResult File(byte[] fileContents, string contentType) => throw null;
        protected internal FileStreamResult File(Stream fileStream, string contentType) => throw null;
        protected internal JsonResult Json(object data) => throw null;
        protected internal JsonResult Json(object data, JsonRequestBehavior behavior) => throw null;
        protected internal virtual JavaScriptResult JavaScript(string script) => throw null;
        protected internal PartialViewResult PartialView(string viewName, object model) => throw null;
        protected internal void UpdateModel<TModel>(TModel model) where TModel : class => throw null;
        protected internal void UpdateModel<TModel>(TModel model, string[] includeProperties) where TModel : class => throw null;
        protected virtual void OnActionExecuting(ActionExecutingContext filterContext) => throw null;
        protected virtual void OnException(ExceptionContext filterContext) => throw null;
        public TempDataDictionary TempData { get; set; }
        public Routing.RouteData RouteData => throw null;
        protected internal HttpNotFoundResult HttpNotFound() => throw null;
        protected internal bool TryUpdateModel<TModel>(TModel model) where TModel : class => throw null;
        protected internal bool TryUpdateModel<TModel>(TModel model, string[] includeProperties) where TModel : class => throw null;
        public ModelStateDictionary ModelState => throw null;
    }

    public class ModelStateDictionary { public bool IsValid => throw null; public void AddModelError(string key, string errorMessage) => throw null; }

    public class UrlHelper
    {
        public virtual bool IsLocalUrl(string url) => throw null;
        public virtual string Action(string actionName, string controllerName) => throw null;
        public virtual string Content(string contentPath) => throw null;
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
        public string AttributeEncode(string value) => throw null;
        public ViewContext ViewContext => throw null;
        public MvcHtmlString AntiForgeryToken() => throw null;
    }

    public class HtmlHelper<TModel> : HtmlHelper { }
    public class ViewContext : ControllerContext { public virtual TextWriter Writer { get; set; } }
    public enum TagRenderMode { Normal, StartTag, EndTag, SelfClosing }

    public class TagBuilder
    {
        public TagBuilder(string tagName) => throw null;
        public string InnerHtml { get; set; }
        public void SetInnerText(string innerText) => throw null;
        public void MergeAttribute(string key, string value) => throw null;
        public void AddCssClass(string value) => throw null;
        public IDictionary<string, string> Attributes => throw null;
        public string ToString(TagRenderMode renderMode) => throw null;
    }

    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpGetAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpPostAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public class AuthorizeAttribute : Attribute { public string Roles { get; set; } public string Users { get; set; } protected virtual bool AuthorizeCore(HttpContextBase httpContext) => throw null; }
    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpPutAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpDeleteAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public sealed class BindAttribute : Attribute { public string Include { get; set; } public string Exclude { get; set; } }
    [AttributeUsage(AttributeTargets.Method)] public sealed class HttpPatchAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Property)] public sealed class AllowHtmlAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public class HandleErrorAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public class RequireHttpsAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.Method)] public sealed class AcceptVerbsAttribute : Attribute { public AcceptVerbsAttribute(params string[] verbs) => throw null; }
    [AttributeUsage(AttributeTargets.Method)] public sealed class NonActionAttribute : Attribute { }
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
        protected internal virtual Results.RedirectResult Redirect(Uri location) => throw null;
        protected internal virtual Results.ResponseMessageResult ResponseMessage(HttpResponseMessage response) => throw null;
        protected internal virtual Results.NegotiatedContentResult<T> Content<T>(Net.HttpStatusCode statusCode, T value) => throw null;
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
    [AttributeUsage(AttributeTargets.All)] public class AuthorizeAttribute : Attribute { public string Roles { get; set; } }
    [AttributeUsage(AttributeTargets.All)] public sealed class AllowAnonymousAttribute : Attribute { }
    [AttributeUsage(AttributeTargets.All)] public sealed class HttpPutAttribute : Attribute { }

    public class HttpResponseException : Exception { public HttpResponseException(Net.HttpStatusCode statusCode) => throw null; }
}

namespace System.Net.Http
{
    public static class HttpRequestMessageExtensions
    {
        public static HttpResponseMessage CreateResponse(this HttpRequestMessage request) => throw null;
        public static HttpResponseMessage CreateResponse(this HttpRequestMessage request, HttpStatusCode statusCode) => throw null;
        public static HttpResponseMessage CreateResponse<T>(this HttpRequestMessage request, HttpStatusCode statusCode, T value) => throw null;
        public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage request, HttpStatusCode statusCode, string message) => throw null;
        public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage request, HttpStatusCode statusCode, Exception exception) => throw null;
        public static IEnumerable<KeyValuePair<string, string>> GetQueryNameValuePairs(this HttpRequestMessage request) => throw null;
    }
}

namespace System.Web.Http.Results
{
    public class ResponseMessageResult : IHttpActionResult { }
    public class NegotiatedContentResult<T> : IHttpActionResult { }
    public class OkResult : IHttpActionResult { }
    public class OkNegotiatedContentResult<T> : IHttpActionResult { }
    public class NotFoundResult : IHttpActionResult { }
    public class BadRequestResult : IHttpActionResult { }
    public class BadRequestErrorMessageResult : IHttpActionResult { }
    public class RedirectResult : IHttpActionResult { }
    public class ExceptionResult : IHttpActionResult { }
    public class InternalServerErrorResult : IHttpActionResult { }
}
