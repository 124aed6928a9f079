namespace System;

/// <summary>Lets the compiler match lists: .NET Standard 2.0 has no such type.</summary>
readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
