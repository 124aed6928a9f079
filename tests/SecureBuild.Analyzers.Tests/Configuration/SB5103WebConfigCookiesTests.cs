using Check = SecureBuild.Analyzers.Tests.Configuration.ConfigurationCheck<SecureBuild.Analyzers.Configuration.SB5103WebConfigCookies>;

namespace SecureBuild.Analyzers.Tests.Configuration;

public sealed class SB5103WebConfigCookiesTests
{
    [Fact]
    public Task Cookies_without_protection_are_reported() => Check.FileAsync("Web.config", """
        <configuration><system.web>
          <httpCookies requireSSL="[|false|]" httpOnlyCookies="[|false|]" sameSite="[|None|]" />
          <authentication mode="Forms"><[|forms|] loginUrl="~/login" cookieless="[|UseUri|]" protection="[|None|]" /></authentication>
          <sessionState cookieless="[|true|]" />
        </system.web></configuration>
        """);

    [Fact]
    public Task Protected_cookies_are_not_reported() => Check.FileAsync("Web.config", """
        <configuration><system.web>
          <httpCookies requireSSL="true" httpOnlyCookies="true" sameSite="None" />
          <authentication mode="Forms"><forms loginUrl="~/login" requireSSL="true" protection="All" /></authentication>
          <sessionState cookieless="UseCookies" timeout="20" />
        </system.web></configuration>
        """);
}
