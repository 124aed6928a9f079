// Rules and plug-ins of a town's permit office.
using System.CodeDom.Compiler;
using System.Collections;
using System.Data;
using System.Reflection;
using System.Web;
using System.Web.UI;
using System.Web.UI.WebControls;

namespace Corpus.CodeInjection.Counters
{
    // [Bad CWE-94] the fee's formula is compiled
    public class FormulaPage : Page
    {
        protected TextBox txtFormula;
        protected Label lblFee;

        protected void btnTry_Click(object sender, EventArgs e)
        {
            string source = "public static class F { public static decimal Fee(decimal area) { return " + txtFormula.Text + "; } }";
            CodeDomProvider provider = CodeDomProvider.CreateProvider("CSharp");
            CompilerResults results = provider.CompileAssemblyFromSource(new CompilerParameters { GenerateInMemory = true }, source);
            MethodInfo fee = results.CompiledAssembly.GetType("F").GetMethod("Fee");
            lblFee.Text = fee.Invoke(null, new object[] { 10m }).ToString();
        }
    }

    // [Good CWE-94] the formula is a constant of the class, the area is a number
    public class AreaPage : Page
    {
        private const string Formula = "area * 2.5";
        protected TextBox txtArea;
        protected Label lblFee;

        protected void btnTry_Click(object sender, EventArgs e)
        {
            decimal area = decimal.Parse(txtArea.Text);
            DataTable table = new DataTable();
            table.Columns.Add("area", typeof(decimal));
            table.Columns.Add("fee", typeof(decimal), Formula);
            DataRow row = table.NewRow();
            row["area"] = area;
            table.Rows.Add(row);
            lblFee.Text = row["fee"].ToString();
        }
    }

    // [Bad CWE-470] the query string names the control's class
    public class PortalPage : Page
    {
        protected PlaceHolder phModule;

        protected override void OnInit(EventArgs e)
        {
            string module = Request.QueryString["module"];
            Type type = Assembly.GetExecutingAssembly().GetType("Town.Modules." + module);
            phModule.Controls.Add((Control)Activator.CreateInstance(type));
        }
    }
}
