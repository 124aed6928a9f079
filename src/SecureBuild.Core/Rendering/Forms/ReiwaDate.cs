using System.Globalization;

namespace SecureBuild.Rendering.Forms;

/// <summary>Days as forms write them: ISO 8601, in Japanese with the year of the era behind it, as offices there write it.</summary>
static class ReiwaDate
{
    static readonly DateOnly s_reiwa = new(2019, 5, 1);

    /// <summary><c>2026-11-22</c>; in Japanese <c>2026-11-22（令和8年11月22日）</c>. Before the era began, the ISO date alone.</summary>
    public static string Of(DateOnly date, string language)
    {
        var iso = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (language != "ja" || date < s_reiwa)
            return iso;
        var year = date.Year - s_reiwa.Year + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{iso}（令和{(year == 1 ? "元" : year)}年{date.Month}月{date.Day}日）");
    }

    /// <summary>The same of a time in UTC, with the time.</summary>
    public static string Of(DateTimeOffset time, string language) =>
        $"{Of(DateOnly.FromDateTime(time.UtcDateTime), language)} {time.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture)}";
}
