namespace SecureBuild.Benchmarks.Generated;

/// <summary>What business software talks about.</summary>
static class Words
{
    public static readonly string[] Nouns = Split("Account Address Agent Agreement Alert Appointment Article Asset Audit Badge Balance Batch Bill Booking Branch Budget Campaign Card Carrier Case Category Certificate Channel Claim Client Comment Commission Contact Contract Course Customer Deadline Delivery Department Deposit Device Discount Dispatch Document Driver Employee Event Expense Facility Feature Feedback Fee Fleet Folder Form Fund Grant Group Holiday Incident Inspection Insurance Invoice Item Journal Label Ledger License Loan Location Machine Mandate Market Material Meeting Member Message Meter Milestone Module Notice Offer Office Order Package Parcel Partner Patient Payment Payroll Penalty Permit Phase Plan Policy Portfolio Position Prescription Price Product Profile Project Promotion Proposal Provider Purchase Question Quota Quote Rate Reading Receipt Recipe Record Refund Region Release Reminder Rental Repair Report Request Reservation Resource Review Reward Risk Role Room Route Sale Sample Schedule Season Seat Section Segment Sensor Session Shift Shipment Signal Site Skill Station Statement Stock Store Student Subscription Supplier Survey Task Tax Team Template Tenant Test Ticket Tour Trade Training Transfer Trip Unit Vehicle Vendor Venue Visit Voucher Warehouse Warranty Workflow Zone");

    public static readonly string[] Adjectives = Split("Active Annual Approved Archived Basic Central Combined Corporate Daily Digital Direct Domestic External Final Foreign General Global Internal Joint Legal Local Main Manual Medical Mobile Monthly Open Partial Pending Personal Planned Primary Private Public Regional Regular Remote Retail Secondary Seasonal Shared Special Standard Temporary Urban Verified Weekly");

    public static readonly string[] Verbs = Split("Accept Adjust Allocate Approve Archive Assign Balance Calculate Cancel Check Classify Close Collect Compare Complete Confirm Convert Count Deliver Describe Estimate Evaluate Expire Export Extend Filter Find Forecast Format Group Import Index Inspect Issue Link List Locate Mark Match Measure Merge Move Notify Order Plan Prepare Process Publish Rank Rebuild Recalculate Reconcile Record Register Reject Renew Reopen Reserve Resolve Restore Review Route Scale Schedule Select Settle Sort Split Submit Summarize Suspend Track Transfer Update Validate Verify Weigh");

    public static readonly string[] TextFields = Split("Name Title Description Code Status Remark City Street Country PostalCode Email Phone Currency Reference Language Color Brand Model SerialNumber Barcode Owner Contact Website Comment Summary Subject Notes Origin Destination Region ExternalId Label Category");

    public static readonly string[] NumberFields = Split("Quantity Count Priority Version Level Rank Age Year Width Height Depth Capacity Position Score Attempts Pages Days Hours Minutes Weight Points Seats Floors Copies Stock Threshold Limit Interval");

    public static readonly string[] MoneyFields = Split("Amount Total Price Cost Tax Discount Balance Fee Rate Margin Budget Revenue Deposit Refund Bonus");

    public static readonly string[] Locals = Split("total count index value result current previous next offset length limit step factor level score rank weight sum size width height depth margin delta ratio bound target start end left right first last low high base extra");

    public static readonly string[] TextLocals = Split("name text label line key code title prefix suffix part token header caption message note word phrase entry field column");

    public static readonly string[] Phrases =
    [
        "not found", "completed", "is waiting for approval", "was changed by another user", "has no items", "must be positive", "exceeds the limit", "was skipped", "starting", "finished",
        "unexpected state", "already closed", "n/a", "unknown", "default", "open", "closed", "per unit", "in stock", "out of range", "queued", "retrying", "low", "high", "medium", "draft", "final", "invalid format",
        "The value cannot be used here.", "Nothing to do.", "Please try again later.", "Saved.", "yyyy-MM-dd", "dd.MM.yyyy HH:mm", "application/json", "text/plain", "utf-8", "N2", "0.00",
    ];

    static string[] Split(string words) => words.Split(' ');
}
