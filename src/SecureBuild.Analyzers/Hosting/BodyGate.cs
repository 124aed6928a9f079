using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SecureBuild.Analyzers.DataFlow;
using SecureBuild.Analyzers.Secrets;

namespace SecureBuild.Analyzers.Hosting;

/// <summary>
/// Decides by nothing but the names in its text whether a body is bound and walked for the rules. Binding what the compiler binds anyway is what an analyzer costs most:
/// a quarter of a compilation, if it is done for every body. Saying yes in vain costs time; saying no is final, so every rule's tests pass through here.
/// </summary>
sealed class BodyGate
{
    const NameForm Any = (NameForm)byte.MaxValue;

    static readonly int s_stackalloc = TreeNames.HashOf("stackalloc");
    static readonly int s_unsafe = TreeNames.HashOf("unsafe");
    static readonly int s_sizedArray = TreeNames.HashOf("new[]");
    static readonly int s_implicitNew = TreeNames.HashOf("new()");
    static readonly int s_lock = TreeNames.HashOf("lock");
    static readonly int s_byte = TreeNames.HashOf("byte");
    static readonly int s_char = TreeNames.HashOf("char");
    static readonly int[] s_macs = [TreeNames.HashOf("HMAC"), TreeNames.HashOf("HMACSHA256"), TreeNames.HashOf("HMACSHA512"), TreeNames.HashOf("HMACSHA1"), TreeNames.HashOf("HMACSHA384"), TreeNames.HashOf("HMACMD5"), TreeNames.HashOf("KeyedHashAlgorithm")];
    // Extension methods and derived classes do not go by the name of the type that declares the parameter.
    static readonly string[] s_secretCalls = ["UseHttps", "Authenticate", "AuthenticateAsync", "SmtpClient", "ImapClient", "Pop3Client"];
    static readonly int[] s_secretApis = HashesOf(SecretApis.Passwords.TypeNames, SecretApis.Keys.TypeNames, s_secretCalls);
    static readonly int[] s_cryptography = [TreeNames.HashOf("Cryptography")];

    readonly NameIndex _names;
    readonly Dictionary<int, NameForm> _forms = new();
    readonly Dictionary<int, int[]?> _wanted = new();
    readonly int[] _types;
    readonly int[] _created;
    readonly BodyHint _hints;

    public BodyGate(RuleRegistration on, NameIndex names)
    {
        _names = names;
        _hints = on.Hints;
        Add(on.ByCall.Keys, NameForm.Called);
        Add(on.ByMethodReference.Keys, Any);
        Add(on.ByRead.Keys, Any);
        Add(on.ByWrite.Keys, NameForm.Assigned);
        var created = new List<int>();
        foreach (var name in on.ByCreation.Keys)
        {
            created.Add(TreeNames.HashOf(name));
            if (!name.EndsWith("Attribute", System.StringComparison.Ordinal))
            {
                Add(name, NameForm.Called | NameForm.Created);
                continue;
            }
            Add(name, Any);
            Add(name.Substring(0, name.Length - "Attribute".Length), Any);
        }
        _created = created.ToArray();
        var types = new HashSet<int>();
        foreach (var table in new IEnumerable<string>[] { on.ByWrittenType.Keys, on.ByArgumentType.Keys })
            foreach (var name in table)
                if (name != "String")
                    types.Add(TreeNames.HashOf(name));
        _types = [.. types];
    }

    /// <summary>What a file shows for all its bodies; asked once for each file.</summary>
    public FileGate Of(SyntaxTree tree) => new(this, NameIndex.NamesOf(tree));

    static int[] HashesOf(params IEnumerable<string>[] names)
    {
        var hashes = new List<int>();
        foreach (var some in names)
            foreach (var name in some)
                hashes.Add(TreeNames.HashOf(name));
        return hashes.ToArray();
    }

    void Add(IEnumerable<string> names, NameForm form)
    {
        foreach (var name in names)
            Add(name, form);
    }

    void Add(string name, NameForm form)
    {
        var hash = TreeNames.HashOf(name);
        _forms.TryGetValue(hash, out var forms);
        _forms[hash] = forms | form;
        _wanted[hash] = Companions.Of(name);
    }

    /// <summary>The gate of one file.</summary>
    public sealed class FileGate
    {
        readonly BodyGate _gate;
        readonly TreeNames _tree;
        readonly Dictionary<int, NameForm> _wanted = new();
        readonly bool _isAll;
        readonly bool _hasMacs;
        readonly bool _hasCreated;

        public FileGate(BodyGate gate, TreeNames tree)
        {
            _gate = gate;
            _tree = tree;
            _isAll = HasAny(gate._types) || (gate._hints & BodyHint.Unsafe) != 0 && tree.Has(s_unsafe) || (gate._hints & BodyHint.Secret) != 0 && HasAny(s_secretApis)
                || (gate._hints & BodyHint.OwnCryptography) != 0 && gate._names.HasAny(tree, s_cryptography);
            _hasMacs = HasAny(s_macs);
            _hasCreated = HasAny(gate._created);
            foreach (var name in tree.Distinct)
                if (gate._wanted.TryGetValue(name, out var companions) && (companions is null || gate._names.HasAny(tree, companions)))
                    _wanted.Add(name, gate._forms[name]);
        }

        /// <summary>Whether any rule may find something between these positions.</summary>
        public bool Admits(SyntaxNode node)
        {
            if (_isAll)
                return true;
            var (start, end) = (node.SpanStart, node.Span.End);
            var hints = _gate._hints;
            var traits = NameTraits.None;
            var takesSecret = false;
            var hasBytes = false;
            for (var i = _tree.FirstAt(start); i < _tree.Count && _tree.PositionAt(i) < end; i++)
            {
                var name = _tree.HashAt(i);
                if (_wanted.TryGetValue(name, out var forms) && (forms == Any || (forms & _tree.FormAt(i)) != 0)
                    || name == s_implicitNew && _hasCreated
                    || (hints & BodyHint.StackAllocation) != 0 && name == s_stackalloc
                    || (hints & BodyHint.SizedArray) != 0 && name == s_sizedArray
                    || (hints & BodyHint.Lock) != 0 && name == s_lock
                    || (hints & BodyHint.StaticField) != 0 && _gate._names.IsStaticField(name))
                    return true;
                traits |= _tree.TraitsAt(i);
                takesSecret |= _gate._names.TakesSecret(name);
                hasBytes |= name == s_byte || name == s_char;
            }
            return (hints & BodyHint.Certificate) != 0 && (traits & NameTraits.Certificate) != 0
                || (hints & BodyHint.Comparison) != 0 && ((traits & NameTraits.Compared) != 0 || _hasMacs)
                || (hints & BodyHint.Secret) != 0 && MayHoldSecret(_tree.TextsIn(start, end), traits, takesSecret, hasBytes);
        }

        static bool MayHoldSecret(TextTraits texts, NameTraits names, bool takesSecret, bool hasBytes) =>
            (texts & TextTraits.Certain) != 0
            || (texts & TextTraits.Possible) != 0 && ((texts & TextTraits.Names) != 0 || names != 0 && (names & (NameTraits.Password | NameTraits.Secret)) != 0 || takesSecret)
            || (names & NameTraits.Password) != 0
            || hasBytes && ((names & NameTraits.Secret) != 0 || takesSecret);

        bool HasAny(int[] names)
        {
            foreach (var name in names)
                if (_tree.Has(name))
                    return true;
            return false;
        }
    }
}
