using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecureBuild.Analyzers.Hosting;
using SecureBuild.Analyzers.Operations;
using SecureBuild.Analyzers.Symbols;
using SecureBuild.Analyzers.Web;
namespace SecureBuild.Analyzers.Cryptography;

/// <summary>What travels unencrypted is read and changed on the way.</summary>
public sealed class SB2104CleartextProtocol : SecurityRule
{
    const int Telnet = 23;
    const int Ftp = 21;

    static readonly DiagnosticDescriptor s_rule = Rule.Create(
        "SB2104", Category.Cryptography, DiagnosticSeverity.Warning, cwe: [319], "PW.5.1");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_rule);
    /// <inheritdoc/>
    public override void Register(RuleRegistration on)
    {
        on.Write(CheckAddress, "BaseAddress", "RequestUri", "BaseUrl", "Authority", "MetadataAddress", "TokenEndpoint", "AuthorizationEndpoint", "UserInformationEndpoint", "ServiceURL");
        on.Creation(CheckCreation, "HttpRequestMessage", "RestClient", "RestClientOptions", "TcpClient", "FtpClient", "AsyncFtpClient", "EndpointAddress", "LdapDirectoryIdentifier");
        on.Creation(CheckMail, "SmtpClient");
        on.Call(CheckCall, "GetAsync", "GetStringAsync", "GetByteArrayAsync", "GetStreamAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync", "Send", "SendAsync", "GetFromJsonAsync", "PostAsJsonAsync", "PutAsJsonAsync",
            "PatchAsJsonAsync", "DeleteFromJsonAsync", "DownloadString", "DownloadData", "DownloadFile", "UploadString", "UploadData", "UploadValues", "UploadFile", "DownloadStringTaskAsync", "DownloadFileTaskAsync",
            "UploadStringTaskAsync", "OpenRead", "OpenWrite", "Create", "CreateHttp", "ForAddress", "ConnectAsync", "Connect", "GetJsonAsync");
        on.Call(CheckSwitch, "SetSwitch");
        on.Set(CheckFlag, "EnableSsl", "SecureSocketLayer");
        on.ArgumentOfType(CheckOption, "SecureSocketOptions", "BasicHttpSecurityMode", "WebHttpSecurityMode", "SecurityMode");
        on.WriteOfType(CheckMode, "SecureSocketOptions", "BasicHttpSecurityMode", "WebHttpSecurityMode", "SecurityMode", "AuthType");
    }

    static void CheckAddress(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property }
            && (property.ContainingType.Name is "HttpClient" or "HttpRequestMessage" or "RestClientOptions" or "RestClient" or "WebClient" or "GrpcChannelOptions" || property.ContainingType.Name.EndsWith("Options", StringComparison.Ordinal) || property.Name == "ServiceURL"))
            CheckAddress(context, assignment.Value);
    }

    static void CheckAddress(OperationAnalysisContext context, IOperation? value)
    {
        if (value is not null && Cleartext.AddressIn(value) is { } address && !DevelopmentCheck.Guards(value) && !(address.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase) && SwitchesTlsOn(value)))
            Report(context, value, address);
    }

    // An FTP request speaks TLS by a property: request.EnableSsl = true.
    static bool SwitchesTlsOn(IOperation request) => Body.Of(request).Any(static operation =>
        operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "EnableSsl", ContainingType.Name: "FtpWebRequest" } }, Value.ConstantValue: { HasValue: true, Value: true } });

    static void CheckCreation(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        switch (creation.Type?.Name)
        {
            case "TcpClient":
                CheckPort(context, creation.Arguments);
                break;
            case "LdapDirectoryIdentifier":
                break;
            case "FtpClient" or "AsyncFtpClient":
                if (creation.Type.ContainingNamespace.Name == "FluentFTP" && creation.Arguments.Length > 0 && !Mentions(creation, "EncryptionMode"))
                    Report(context, creation, "FTP");
                break;
            default:
                foreach (var argument in creation.Arguments)
                    CheckAddress(context, argument.Value);
                break;
        }
    }

    // gRPC over plain HTTP/2.
    static void CheckSwitch(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.ContainingType.Is("System.AppContext") && call.Arguments.At(0)?.ConstantValue is { HasValue: true, Value: "System.Net.Http.SocketsHttpHandler.Http2UnencryptedSupport" } && PossibleValues.Include(call.Arguments.At(1), true) && !DevelopmentCheck.Guards(call))
            Report(context, call, "Http2UnencryptedSupport");
    }

    static void CheckCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var type = call.TargetMethod.IsExtensionMethod ? call.Arguments.At(0)?.Type ?? call.Instance?.Type : call.TargetMethod.ContainingType;
        switch (call.TargetMethod.Name)
        {
            case "Connect" or "ConnectAsync" when type?.Name is "TcpClient" or "Socket":
                CheckPort(context, call.Arguments);
                break;
            case "Connect" or "ConnectAsync" when IsMailKit(type):
                if (call.Arguments.For("useSsl") is { } flag && PossibleValues.Include(flag, false) && !Cleartext.IsLocalHost(call.Arguments.For("host")))
                    Report(context, flag, "useSsl");
                break;
            case "Create" or "CreateHttp" when type?.Name is not ("WebRequest" or "HttpWebRequest" or "FtpWebRequest"):
                break;
            case var _ when IsClient(type):
                foreach (var argument in call.Arguments)
                    if (argument.Parameter?.Type is { } taken && (taken.SpecialType == SpecialType.System_String && argument.Parameter.Name is not ("content" or "data" or "value") || taken.Name == "Uri"))
                        CheckAddress(context, argument.Value);
                break;
        }
    }

    static bool IsClient(ITypeSymbol? type) =>
        type?.Name is "HttpClient" or "HttpMessageInvoker" or "WebClient" or "WebRequest" or "HttpWebRequest" or "FtpWebRequest" or "GrpcChannel" or "ClientWebSocket" or "RestClient" or "String" or "Uri" && type.ContainingNamespace?.Name is not null || type.IsOrInherits("System.Net.Http.HttpClient");

    static bool IsMailKit(ITypeSymbol? type)
    {
        for (var space = type?.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            if (space.Name == "MailKit")
                return true;
        return false;
    }

    static void CheckPort(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.For("port") is { } port && PossibleValues.First(port, false, static (value, _) => value.ConstantValue is { HasValue: true, Value: Telnet or Ftp }) is { } number && !Cleartext.IsLocalHost(arguments.For("hostname") ?? arguments.For("host")))
            Report(context, port, number.ConstantValue.Value is Telnet ? "Telnet" : "FTP");
    }

    // smtp.EnableSsl = false, ftp.EnableSsl = false, options.SecureSocketLayer = false
    static void CheckFlag(OperationAnalysisContext context, Assigned assigned)
    {
        if (assigned is { Property: var property, Target: var target } && property.ContainingType.Name is "SmtpClient" or "FtpWebRequest" or "LdapSessionOptions"
            && PossibleValues.Include(assigned.Value, false) && !Cleartext.IsLocalHost(SameObject.Value(target, "Host") ?? HostOf(target.Instance)) && !DevelopmentCheck.Guards(assigned.Place))
            Report(context, assigned.Place, property.Name + " = false");
    }

    // Credentials, and nothing that switches TLS on.
    static void CheckMail(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type.Is("System.Net.Mail.SmtpClient") && !Cleartext.IsLocalHost(creation.Arguments.For("host")) && Mentions(creation, "Credentials") && !Mentions(creation, "EnableSsl") && !DevelopmentCheck.Guards(creation))
            Report(context, creation, "SMTP");
    }

    // The object's own initialiser, or any statement of the method about a variable of its type.
    static bool Mentions(IObjectCreationOperation creation, string property)
    {
        foreach (var operation in Body.Of(creation).Where(static operation => operation is IPropertyReferenceOperation { Property.Name: "Credentials" or "EnableSsl" or "Config" or "EncryptionMode" }))
            if (operation is IPropertyReferenceOperation { Property: var mentioned } && mentioned.Name == property || operation is IPropertyReferenceOperation { Property.Name: "Config", Instance: { } } && property == "EncryptionMode")
                return true;
        return false;
    }

    static IOperation? HostOf(IOperation? instance)
    {
        var value = instance is ILocalReferenceOperation local ? PossibleValues.OnlyValueOf(local) : SameObject.Initializer(instance)?.Parent;
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IObjectCreationOperation creation ? creation.Arguments.For("host") : null;
    }

    // MailKit's SecureSocketOptions.None and that of WCF's security modes is 0.
    static void CheckOption(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.ArgumentKind == ArgumentKind.Explicit && IsClear(argument.Value.Type, argument.Value) && argument.Parent is not IInvocationOperation { TargetMethod.ReturnType.SpecialType: SpecialType.System_Boolean }
            && !(argument.Parent is IInvocationOperation call && Cleartext.IsLocalHost(call.Arguments.For("host"))) && !DevelopmentCheck.Guards(argument))
            Report(context, argument.Value, argument.Value.Syntax.ToString());
    }

    static void CheckMode(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property } target || DevelopmentCheck.Guards(assignment))
            return;
        // LDAP's simple bind sends the password as it is: AuthType.Basic = 1.
        if (property.Type.Is("System.DirectoryServices.Protocols.AuthType"))
        {
            if (PossibleValues.Include(assignment.Value, 1) && property.ContainingType.Name is "LdapConnection" or "DirectoryConnection" && !Body.Of(target).Any(s_isLdapTls))
                Report(context, assignment, "LDAP");
        }
        else if (IsClear(property.Type, assignment.Value))
            Report(context, assignment, assignment.Value.Syntax.ToString());
    }

    // Others have a SecurityMode, too. TransportCredentialOnly sends a name and a password, and nothing encrypts them.
    static bool IsClear(ITypeSymbol? type, IOperation value) => (type?.Name != "SecurityMode" || type.ContainingNamespace?.Name is "ServiceModel" or "CoreWCF")
        && (PossibleValues.Include(value, 0) || type?.Name == "BasicHttpSecurityMode" && PossibleValues.Include(value, 4) || type?.Name == "WebHttpSecurityMode" && PossibleValues.Include(value, 2));

    static readonly Func<IOperation, bool> s_isLdapTls = static operation => operation is IPropertyReferenceOperation { Property.Name: "SecureSocketLayer" } or IInvocationOperation { TargetMethod.Name: "StartTransportLayerSecurity" } || operation.ConstantValue is { HasValue: true, Value: 636 };

    static void Report(OperationAnalysisContext context, IOperation place, string what) => context.ReportDiagnostic(Diagnostic.Create(s_rule, place.Syntax.GetLocation(), what));
}
