using System.Collections.Immutable;
using SecureBuild.Analyzers.Secrets;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>Every rule, in the order of the ids; named one by one because looking for them by reflection would cost every start of the compiler.</summary>
static class AllRules
{
    public static ImmutableArray<SecurityRule> List { get; } = ImmutableArray.Create(new SecurityRule[]
    {
        // SB0xxx Analysis

        // SB1xxx Injection

        // SB20xx Cryptography

        // SB21xx TLS

        // SB22xx JWT and identity

        // SB23xx Inventory

        // SB30xx Serialization

        // SB40xx Web

        // SB50xx Secrets
        new SB5001HardcodedPassword(),
        new SB5002HardcodedKey(),
        new SB5003ConnectionStringPassword(),

        // SB51xx Configuration

        // SB60xx Native and files

        // SB65xx Resources

        // SB70xx Privacy
    });
}
