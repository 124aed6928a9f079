using GovPortal.Records;
using Xunit;

namespace GovPortal.Tests;

public sealed class ApplicationStoreTests
{
    [Fact]
    public void A_filed_application_is_found_by_its_number()
    {
        using var store = new ApplicationStore(":memory:");
        store.Add(new CitizenApplication { Number = "A-1", Applicant = "佐藤", Service = "residence", FiledAt = DateTime.UnixEpoch });
        Assert.Equal("佐藤", store.ApplicantOf("A-1"));
    }
}
