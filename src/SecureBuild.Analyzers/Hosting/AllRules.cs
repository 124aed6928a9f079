using System.Collections.Immutable;
using SecureBuild.Analyzers.Configuration;
using SecureBuild.Analyzers.Analysis;
using SecureBuild.Analyzers.Cryptography;
using SecureBuild.Analyzers.Identity;
using SecureBuild.Analyzers.Injection;
using SecureBuild.Analyzers.Native;
using SecureBuild.Analyzers.Privacy;
using SecureBuild.Analyzers.Resources;
using SecureBuild.Analyzers.Secrets;
using SecureBuild.Analyzers.Serialization;
using SecureBuild.Analyzers.Web;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>Every rule, in the order of the ids; named one by one because looking for them by reflection would cost every start of the compiler.</summary>
static class AllRules
{
    public static ImmutableArray<SecurityRule> List { get; } = ImmutableArray.Create(new SecurityRule[]
    {
        // SB0xxx Analysis
        new SB0002AnalysisLimit(),
        new SB0003UnreadableModel(),
        new SB0001UnjustifiedSuppression(),
        new SB0004FlowSummary(),
        new SB0005StaleFlowSummary(),

        // SB1xxx Injection
        new SB1001SqlInjection(),
        new SB1002CommandInjection(),
        new SB1003PathTraversal(),
        new SB1004ArchivePathTraversal(),
        new SB1005ServerSideRequestForgery(),
        new SB1006CrossSiteScripting(),
        new SB1007OpenRedirect(),
        new SB1008LdapInjection(),
        new SB1009XPathInjection(),
        new SB1010XmlInjection(),
        new SB1011CodeInjection(),
        new SB1012UnsafeReflection(),
        new SB1013UntrustedAssemblyLoad(),
        new SB1014LogInjection(),
        new SB1015HeaderInjection(),
        new SB1016FormatStringInjection(),
        new SB1017EmailHeaderInjection(),
        new SB1018NoSqlInjection(),
        new SB1019TemplateInjection(),
        new SB1020RegexInjection(),
        new SB1021VulnerableRegex(),
        new SB1022ClientControlledDecision(),
        new SB1024SettingInjection(),
        new SB1025CookieInjection(),
        new SB1026RawSqlByConcatenation(),
        new SB1027InsecureDirectObjectReference(),
        new SB1028UnverifiedToken(),
        new SB1029OriginEcho(),

        // SB20xx Cryptography
        new SB2001WeakHash(),
        new SB2002BrokenCipher(),
        new SB2003EcbMode(),
        new SB2004ShortKey(),
        new SB2005InsecureRandom(),
        new SB2006WeakPasswordDerivation(),
        new SB2007StaticIvOrNonce(),
        new SB2008ConstantSalt(),
        new SB2009RsaPaddingWeak(),
        new SB2010FastPasswordHash(),
        new SB2013TimingUnsafeComparison(),
        new SB2015PaddingOff(),
        new SB2016DataProtectionKeysUnprotected(),
        new SB2017GuidAsSecret(),

        // SB21xx TLS
        new SB2101CertificateValidationDisabled(),
        new SB2102ObsoleteTls(),
        new SB2103UnencryptedDatabaseConnection(),
        new SB2104CleartextProtocol(),
        new SB2105CertificateRevocationOff(),
        new SB2106TlsErrorsIgnored(),
        new SB2107EncryptionOptional(),

        // SB22xx JWT and identity
        new SB2201JwtValidationDisabled(),
        new SB2202JwtHttpsMetadataOff(),
        new SB2205PasswordPolicyWeak(),
        new SB2206LockoutDisabled(),
        new SB2208OpenIdConnectProtectionOff(),

        // SB23xx Inventory
        new SB2301CryptographyInventory(),

        // SB30xx Serialization
        new SB3001UnsafeDeserializer(),
        new SB3002TypeNameHandling(),
        new SB3003XmlExternalEntities(),
        new SB3004UntrustedDeserialization(),
        new SB3005TypeNamedByData(),
        new SB3006XsltScript(),

        // SB40xx Web
        new SB4001CorsAnyOriginWithCredentials(),
        new SB4002CorsAnyOrigin(),
        new SB4003CookieWithoutSecure(),
        new SB4004CookieWithoutHttpOnly(),
        new SB4005CookieSameSiteNone(),
        new SB4006MissingAntiforgery(),
        new SB4007MissingAuthorization(),
        new SB4008AnonymousStateChange(),
        new SB4010MassAssignment(),
        new SB4011DebugFeature(),
        new SB4013WeakSecurityHeader(),
        new SB4014LongSession(),
        new SB4015RequestValidationOff(),
        new SB4016RequestLimitOff(),
        new SB4017DirectoryListing(),
        new SB4018ForwardedHeadersFromAnybody(),
        new SB4019ViewStateUnprotected(),
        new SB4020SharedMutableState(),
        new SB4022ApiDescriptionInProduction(),
        new SB4024ScriptEvaluation(),

        // SB50xx Secrets
        new SB5001HardcodedPassword(),
        new SB5002HardcodedKey(),
        new SB5003ConnectionStringPassword(),

        // SB51xx Configuration
        new SB5101ConfigurationSecret(),
        new SB5102WebConfigDebug(),
        new SB5103WebConfigCookies(),
        new SB5104WebConfigProtection(),
        new SB5105UnencryptedConnection(),
        new SB5106DebugSettings(),
        new SB5107TlsSettings(),
        new SB5108ContainerRunsAsRoot(),
        new SB5109UnverifiedDownload(),
        new SB5110ProtectionOff(),

        // SB60xx Native and files
        new SB6001LibrarySearchPath(),
        new SB6002DangerousImport(),
        new SB6003UncheckedMemoryAccess(),
        new SB6004UntrustedMemoryAccess(),
        new SB6005UnboundedStackAllocation(),
        new SB6006AllocationSizeOverflow(),
        new SB6101PredictableTempFile(),
        new SB6102CheckThenUse(),
        new SB6103WorldWritablePermissions(),
        new SB6104SharedStateRace(),
        new SB6105ProgramSearchPath(),

        // SB65xx Resources
        new SB6501UserControlledSize(),
        new SB6502DecompressionBomb(),
        new SB6503UnboundedSocketRead(),
        new SB6504NoTimeout(),
        new SB6505ReachableLock(),
        new SB6506RequestSizeUnlimited(),
        new SB6507UnboundedCollection(),

        // SB70xx Privacy
        new SB7001ErrorDetailExposure(),
        new SB7002SecretExposure(),
        new SB7003PersonalDataExposure(),
    });
}
