namespace SecureBuild.Benchmarks.Pathological;

/// <summary>Code that no one would write in one piece, of any size.</summary>
/// <param name="Name">What is many of.</param>
/// <param name="Size">How many the bound is asked for; twice and four times that are measured for the growth.</param>
/// <param name="Source">The file.</param>
sealed record Shape(string Name, int Size, Func<int, string> Source);
