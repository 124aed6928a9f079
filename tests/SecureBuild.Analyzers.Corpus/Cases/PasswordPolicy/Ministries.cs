using System;
using System.Text.RegularExpressions;
using System.Web;
using System.Web.Mvc;
using System.Web.Security;

namespace Ministry.Portal.Membership
{
    // [Bad CWE-521] four characters are enough
    public static class PasswordRules
    {
        private const int MinimumPasswordLength = 4;

        public static bool IsAcceptable(string password)
        {
            return !string.IsNullOrEmpty(password) && password.Length >= MinimumPasswordLength;
        }
    }

    // [Good CWE-521] twelve, and not the name
    public static class PasswordPolicyRules
    {
        private const int MinimumPasswordLength = 12;

        public static bool IsAcceptable(string userName, string password)
        {
            return !string.IsNullOrEmpty(password)
                && password.Length >= MinimumPasswordLength
                && password.IndexOf(userName, StringComparison.OrdinalIgnoreCase) < 0;
        }
    }

    // [Bad CWE-521] six digits pass as a password
    public class PasswordValidationAttribute : System.ComponentModel.DataAnnotations.RegularExpressionAttribute
    {
        public PasswordValidationAttribute()
            : base("^[a-zA-Z0-9]{4,8}$")
        {
            ErrorMessage = "The password must have 4 to 8 letters or digits.";
        }
    }

    // [Good CWE-521] a postcode has five digits
    public class PostcodeValidationAttribute : System.ComponentModel.DataAnnotations.RegularExpressionAttribute
    {
        public PostcodeValidationAttribute()
            : base("^[0-9]{5}$")
        {
            ErrorMessage = "The postcode has five digits.";
        }
    }
}
