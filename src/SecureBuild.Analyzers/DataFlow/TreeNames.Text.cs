using System;

namespace SecureBuild.Analyzers.DataFlow;

/// <summary>What stands in the characters: identifiers, how they stand there, literals.</summary>
sealed partial class TreeNames
{
    void Scan(string text)
    {
        var i = 0;
        // Quotes so far in the line: behind an odd number stands text, where "name = @name" assigns nothing.
        var quotes = 0;
        while (i < text.Length)
        {
            var character = text[i];
            if (character == '\n')
                quotes = 0;
            else if (character == '"' && !IsEscaped(text, i))
                quotes++;
            if (!(character is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_' || character > 127 && char.IsLetter(character)))
            {
                // Digits take their letters with them: 0x1F, 10L.
                if (character is >= '0' and <= '9')
                    while (i < text.Length && (text[i] < 128 ? char.IsLetterOrDigit(text[i]) : char.IsLetter(text[i])))
                        i++;
                else
                {
                    // headers["X"]
                    if (character == '[' && i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is ')' or ']' or '_' or '?' or '!') && i + 1 < text.Length && text[i + 1] is not (']' or ',' or '^' or >= '0' and <= '9')
                        || character == '[' && Next(text, i + 1) == '"' || character == ']' && IsAssignedBehind(text, i + 1))
                        Record(i, s_indexer, 0, NameForm.Called, NameTraits.None);
                    if (character == ']' && IsAssignedBehind(text, i + 1))
                    {
                        Record(i, s_indexerSet, 0, NameForm.Assigned, NameTraits.None);
                        MarkOwner(text, i);
                    }
                    else if (character == ')' && IsAssignedBehind(text, i + 1))
                        MarkElements(text, i);
                    // Origins = { "*" } adds.
                    else if (character == '{' && IsInitializer(text, i))
                        Record(i, s_add, 0, NameForm.Called, NameTraits.None);
                    i++;
                }
                continue;
            }
            var start = i;
            var hash = 17;
            var word = 17;
            var isCompound = false;
            var previous = '\0';
            while (i < text.Length)
            {
                character = text[i];
                var isUpper = character is >= 'A' and <= 'Z';
                if (!(isUpper || character is >= 'a' and <= 'z' or >= '0' and <= '9' or '_' || character > 127 && char.IsLetterOrDigit(character)))
                    break;
                hash = hash * 31 + character;
                if (character == '_')
                {
                    isCompound |= word != 17;
                    word = 17;
                }
                else if (isUpper && previous is >= 'a' and <= 'z')
                {
                    isCompound = true;
                    word = 17 * 31 + character + 32;
                }
                else
                {
                    word = word * 31 + (isUpper ? character + 32 : character);
                }
                previous = character;
                i++;
            }
            if (i + 1 < text.Length && text[i] == '[' && text[i + 1] is not (']' or >= '0' and <= '9') && _hashes.Count > 0 && _hashes[_hashes.Count - 1] == s_new)
                Record(start, s_sizedArray, 0, NameForm.Created, NameTraits.None);
            var form = FormOf(text, start, i);
            if ((quotes & 1) != 0)
                form |= NameForm.Quoted;
            else if (_positions.Count > 0 && start > 0 && text[start - 1] == '.')
            {
                // Tenant.Value = x
                if ((form & NameForm.Assigned) != 0)
                    _forms[_forms.Count - 1] |= hash == s_value ? NameForm.Assigned : NameForm.None;
                else if (IsAdding(text, start, i))
                    _forms[_forms.Count - 1] |= NameForm.Assigned;
                // channel.Writer.WriteAsync(x)
                else if (_hashes[_hashes.Count - 1] == s_writer && _forms.Count > 1)
                    _forms[_forms.Count - 2] |= NameForm.Assigned;
            }
            if (hash == s_new && Next(text, i) is '(')
                hash = s_implicitNew;
            else if ((hash == s_base || hash == s_this) && Next(text, i) is '(')
                hash = s_constructor;
            if (!_traitsByName.TryGetValue(hash, out var traits))
                traits = NameTraitsOf.Name(text.Substring(start, i - start));
            Record(start, hash, isCompound ? Compound(word) : word, form, traits);
            if ((hash == s_for || hash == s_while) && (quotes & 1) == 0 && Next(text, i) == '(' && CountOf(text, i) is not 0 and var count)
            {
                _counts.Add((_positions.Count, count));
                Record(start, s_countedLoop, 0, NameForm.Created, NameTraits.None);
            }
        }
    }

    // What stands before and behind it: new X, X(…), X<T>(…), X = …, var x, (X), += X;
    NameForm FormOf(string text, int start, int end)
    {
        var form = IsAssignedBehind(text, end) ? NameForm.Assigned : NameForm.None;
        if (text[start] is >= 'a' and <= 'z')
            form |= NameForm.Small;
        var before = start - 1;
        while (before >= 0 && text[before] is ' ' or '\t' or '\r' or '\n')
            before--;
        var previous = before < 0 ? '\0' : text[before];
        var next = Next(text, end);
        if (next is '(' or '<' && Parenthesis(text, end) is >= 0 and var open)
            form |= Next(text, open + 1) == ')' ? NameForm.Called | NameForm.Bare : NameForm.Called;
        if (_hashes.Count > 0 && _hashes[_hashes.Count - 1] == s_new && before >= 2 && text[before] == 'w' && text[before - 1] == 'e' && text[before - 2] == 'n' || next == '{' && previous == '.')
            form |= NameForm.Created;
        // A type before a name: var x, List<int> x, string[] x, Point? p, (int, int) x.
        else if (before < start - 1 && (previous is '>' && (before == 0 || text[before - 1] is not ('=' or '-')) || previous is ']' or '?' or '_' || char.IsLetterOrDigit(previous)) && next is '=' or ';' or ',' or ')' or 'i' && !IsWordOfStatement(text, before))
            form |= NameForm.Declared;
        if (previous is '(' or ',' or '=' or ':' or '?' or '>' or '.' or 'n' && next is ')' or ',' or ';' or '}' or ':' or ']')
            form |= NameForm.Handed;
        return form;
    }

    // return x, throw x, await x, in x, is x, and the like: what stands before is no type.
    static bool IsWordOfStatement(string text, int last)
    {
        var first = last;
        while (first >= 0 && text[first] is >= 'a' and <= 'z')
            first--;
        return text.Substring(first + 1, last - first) is "return" or "throw" or "await" or "in" or "is" or "as" or "new" or "else" or "case" or "goto" or "yield" or "and" or "or" or "not" or "when" or "ref" or "out" or "do" or "by" or "select" or "where" or "equals" or "on" or "stackalloc";
    }

    // The parenthesis behind a name, or behind its type arguments: <List<string>, (int, T[])>( with nothing between that is no type. -1 for none.
    static int Parenthesis(string text, int at)
    {
        while (text[at] is not ('<' or '('))
            at++;
        if (text[at] == '(')
            return at;
        var depth = 0;
        for (var end = Math.Min(text.Length, at + 300); at < end; at++)
            switch (text[at])
            {
                case '<':
                    depth++;
                    break;
                case '>':
                    if (--depth > 0)
                        break;
                    at++;
                    while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
                        at++;
                    return at < text.Length && text[at] == '(' ? at : -1;
                case ' ' or ',' or '.' or '?' or '[' or ']' or '(' or ')' or '_' or ':' or '\r' or '\n':
                    break;
                default:
                    if (!char.IsLetterOrDigit(text[at]))
                        return -1;
                    break;
            }
        return -1;
    }

    // The name that says how often a loop runs: for (…; i < count; …), while (count-- > 0). 0 for any other loop.
    static int CountOf(string text, int at)
    {
        var end = at;
        int first = 0, last = 0;
        for (var depth = 0; end < text.Length && end - at < 200; end++)
            if (text[end] == '(')
                depth++;
            else if (text[end] == ')' && --depth == 0)
                break;
            else if (text[end] == ';' && depth == 1)
                (first, last) = (last, end);
        var start = first != 0 ? first + 1 : text.IndexOf('(', at) + 1;
        var stop = first != 0 ? last : end;
        if (last != 0 && first == 0 || stop <= start || stop >= text.Length)
            return 0;
        var condition = text.Substring(start, stop - start);
        var sign = condition.IndexOfAny(['<', '>']);
        if (sign < 0 || condition.IndexOf('&') >= 0 || condition.IndexOf('|') >= 0)
            return 0;
        var name = (condition[sign] == '<' ? condition.Substring(sign + 1).TrimStart('=') : condition.Substring(0, sign)).Trim(' ', '-', '+', '(', ')');
        foreach (var character in name)
            if (!char.IsLetterOrDigit(character) && character != '_')
                return 0;
        return name.Length == 0 || char.IsDigit(name[0]) ? 0 : HashOf(name);
    }

    // names[key] = x adds to what is called names.
    void MarkOwner(string text, int close)
    {
        var open = close - 1;
        for (var depth = 1; open > 0 && close - open < 300; open--)
            if (text[open] == ']')
                depth++;
            else if (text[open] == '[' && --depth == 0)
                break;
        var start = open;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            start--;
        for (var i = _positions.Count - 1; i >= 0 && _positions[i] >= start; i--)
            if (_positions[i] == start && start < open)
                _forms[i] |= NameForm.Assigned;
    }

    // (options.Secure, options.HttpOnly) = (…) assigns to both members.
    void MarkElements(string text, int close)
    {
        var open = close;
        for (var depth = 0; open > 0 && close - open < 300; open--)
            if (text[open] == ')')
                depth++;
            else if (text[open] == '(' && --depth == 0)
                break;
        for (var i = _positions.Count - 1; i >= 0 && _positions[i] > open; i--)
            if (text[_positions[i] - 1] == '.')
                _forms[i] |= NameForm.Assigned;
    }

    void Record(int position, int hash, int word, NameForm form, NameTraits traits)
    {
        if (!_traitsByName.ContainsKey(hash))
        {
            _traitsByName.Add(hash, traits);
            _distinct.Add(hash);
        }
        _positions.Add(position);
        _hashes.Add(hash);
        _lastWords.Add(word);
        _traits.Add(traits);
        _forms.Add(form);
    }

    // Whatever stands between two quotes in a line. That takes what stands between two literals for one, too: it costs a little and misses nothing.
    void ScanTexts(string text)
    {
        var previous = -1;
        for (var i = 0; i < text.Length; i++)
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '\n':
                    previous = -1;
                    break;
                case '"':
                    if (previous >= 0 && i - previous > 1 && NameTraitsOf.Text(text.Substring(previous + 1, i - previous - 1)) is not TextTraits.None and var traits)
                        AddText(previous, traits);
                    // Texts of several lines are not read: whoever has one is looked at.
                    if (i + 2 < text.Length && text[i + 1] == '"' && text[i + 2] == '"' || i > 0 && (text[i - 1] == '@' || i > 1 && text[i - 1] == '$' && text[i - 2] == '@'))
                        AddText(i, TextTraits.Certain);
                    previous = i;
                    break;
            }
    }

    // In the order of their positions.
    void AddText(int position, TextTraits traits)
    {
        _textPositions.Add(position);
        _texts.Add(traits);
    }

    // \", and the character '"'.
    static bool IsEscaped(string text, int quote)
    {
        if (quote > 0 && quote + 1 < text.Length && text[quote - 1] == '\'' && text[quote + 1] == '\'')
            return true;
        var at = quote - 1;
        while (at >= 0 && text[at] == '\\')
            at--;
        return (quote - 1 - at) % 2 == 1;
    }

    static char Next(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        return at < text.Length ? text[at] : '\0';
    }

    static bool IsInitializer(string text, int brace)
    {
        do
            brace--;
        while (brace > 0 && text[brace] is ' ' or '\t' or '\r' or '\n');
        return brace > 1 && text[brace] == '=' && text[brace - 1] is ' ' or '\t';
    }

    static bool IsAssignedBehind(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        if (at + 1 >= text.Length)
            return false;
        return text[at] == '=' ? text[at + 1] is not ('=' or '>') : text[at] is '+' or '?' or '|' && (text[at + 1] == '=' || text[at + 1] == '?' && at + 2 < text.Length && text[at + 2] == '=');
    }

    static bool IsAdding(string text, int start, int end) =>
        (end - start) switch
        {
            3 => string.CompareOrdinal(text, start, "Add", 0, 3) == 0,
            4 => string.CompareOrdinal(text, start, "Push", 0, 4) == 0,
            6 => string.CompareOrdinal(text, start, "Append", 0, 6) == 0 || string.CompareOrdinal(text, start, "Insert", 0, 6) == 0 || string.CompareOrdinal(text, start, "TryAdd", 0, 6) == 0,
            7 => string.CompareOrdinal(text, start, "Enqueue", 0, 7) == 0,
            8 => string.CompareOrdinal(text, start, "AddRange", 0, 8) == 0,
            _ => false,
        };
}
