using System.Globalization;

namespace SecureBuild.Analyzers.Corpus;

/// <summary>Bad cases, those found, good cases, those reported by mistake.</summary>
readonly record struct Score(int Bad, int Found, int Good, int FalseAlarms)
{
    public int Cases => Bad + Good;

    /// <summary>Found of all bad cases, in percent, cut to one decimal place.</summary>
    public decimal Recall => Percent(Found, Bad);

    /// <summary>Right ones of all reported cases, in percent, cut to one decimal place; nothing reported is nothing wrong.</summary>
    public decimal Precision => Percent(Found, Found + FalseAlarms);

    public static Score operator +(Score left, Score right) => new(left.Bad + right.Bad, left.Found + right.Found, left.Good + right.Good, left.FalseAlarms + right.FalseAlarms);

    public static Score Of(Family family, Measurement measurement)
    {
        var score = default(Score);
        foreach (var file in family.Files)
            foreach (var @case in file.Cases)
            {
                var reported = measurement.FindingsIn(file, @case).Count > 0 ? 1 : 0;
                score += @case.Bad ? new(1, reported, 0, 0) : new(0, 0, 1, reported);
            }
        return score;
    }

    public string Row(string name) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-28}{Bad,6}{Found,7}{Good,6}{FalseAlarms,7}{Recall,9:0.0}{Precision,10:0.0}");

    static decimal Percent(int part, int whole) => whole == 0 ? 100 : Math.Floor(1000m * part / whole) / 10;
}
