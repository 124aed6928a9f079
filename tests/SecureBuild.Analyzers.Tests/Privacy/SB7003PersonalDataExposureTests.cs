using SecureBuild.Analyzers.Tests.Injection;
using Verify = SecureBuild.Testing.Roslyn.Verify<SecureBuild.Analyzers.Privacy.SB7003PersonalDataExposure>;

namespace SecureBuild.Analyzers.Tests.Privacy;

public sealed class SB7003PersonalDataExposureTests
{
    [Fact]
    public Task Personal_data_in_logs_is_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Identity;
        public class Customer { public int Id { get; set; } [PersonalData] public string Nickname { get; set; } public string CardNumber { get; set; } public string SocialSecurityNumber { get; set; } }
        public class Orders(ILogger<Orders> logger)
        {
            public void Property(Customer customer) => logger.LogInformation("{Name}", [|customer.Nickname|]);
            public void Text(Customer customer) => logger.LogInformation([|$"Paid with {customer.CardNumber}"|]);
            public void Variable(Customer customer)
            {
                var number = customer.SocialSecurityNumber;
                logger.LogWarning("Checked {Number}", [|number|]);
            }
            public void Parameter(string creditCardNumber) => logger.LogInformation("{Card}", [|creditCardNumber|]);
        }
        """, FlowSetup.Web);

    [Fact]
    public Task Ids_are_not_reported() => Verify.AnalyzerAsync("""
        using Microsoft.AspNetCore.Identity;
        public class Customer { public int Id { get; set; } public string Email { get; set; } }
        public class Orders(ILogger<Orders> logger)
        {
            public void Id(Customer customer) => logger.LogInformation("{Id}", customer.Id);
            public void Constant() => logger.LogInformation("The email was sent");
            public void Missing(Customer customer) => logger.LogInformation("{Given}", customer.Email != null);
            public void Count(string[] emails) => logger.LogInformation("{Count}", emails.Length);
        }
        """, FlowSetup.Web);
}
