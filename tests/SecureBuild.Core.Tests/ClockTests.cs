namespace SecureBuild.Core.Tests;

public sealed class ClockTests
{
    [Fact]
    public void Source_date_epoch_sets_the_time() => Assert.Equal("2026-01-01T00:00:00Z", Clock.From("1767225600").Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tomorrow")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_not_taken_for_an_epoch(string? text) => Assert.False(Clock.From(text).FromSourceDateEpoch);
}
