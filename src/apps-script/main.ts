import * as card from './card';
import { continueInBackground } from './carry-on';
import * as customerMenu from './customer-menu';
import * as customers from './customer-server';
import { refreshDaily } from './daily-refresh';
import * as menu from './menu';
import * as server from './server';

/**
 * Every function that Apps Script, a menu, a card or the sidebar may call, and nothing else: whatever stands here can
 * be called by anybody who can open the spreadsheet. gas-webpack-plugin reads these lines.
 */
declare const global: Record<string, unknown>;

global.onOpen = menu.onOpen;
global.onHomepage = card.onHomepage;
global.checkFromCard = card.checkFromCard;
global.runFromCard = card.runFromCard;
global.continueFromCard = card.continueFromCard;
global.continueInBackground = continueInBackground;
global.openSidebar = menu.openSidebar;
global.openPlan = menu.openPlan;
global.openHandOff = menu.openHandOff;
global.openReadiness = menu.openReadiness;
global.checkEverything = menu.checkEverything;
global.checkSelected = menu.checkSelected;
global.checkVisible = menu.checkVisible;
global.checkRetry = menu.checkRetry;
global.setUpFromMenu = menu.setUpFromMenu;
global.refreshDropDowns = menu.refreshDropDowns;
global.askLimits = menu.askLimits;
global.switchMail = menu.switchMail;
global.stopFromMenu = menu.stopFromMenu;
global.showHelp = menu.showHelp;
global.getDesk = server.getDesk;
global.startCheck = server.startCheck;
global.continueWork = server.continueWork;
global.getProgress = server.getProgress;
global.getPlan = server.getPlan;
global.startRun = server.startRun;
global.stopWork = server.stopWork;
global.answerSamePerson = server.answerSamePerson;
global.goToRow = server.goToRow;
global.getNeeds = server.getNeeds;
global.getReadiness = server.getReadiness;
global.getHandOff = server.getHandOff;
global.showPasswords = server.showPasswords;
global.erasePasswords = server.erasePasswords;
global.setUpSpreadsheet = server.setUpSpreadsheet;
global.refreshDaily = refreshDaily;
global.openNewCustomer = customerMenu.openNewCustomer;
global.openCustomerOverview = customerMenu.openCustomerOverview;
global.openCustomerSettings = customerMenu.openCustomerSettings;
global.readCustomersFromMenu = customerMenu.readCustomersFromMenu;
global.refreshCustomersFromMenu = customerMenu.refreshCustomersFromMenu;
global.switchDailyRefresh = customerMenu.switchDailyRefresh;
global.askArming = customerMenu.askArming;
global.getCustomerChoices = customers.getCustomerChoices;
global.newCustomer = customers.newCustomer;
global.getCustomers = customers.getCustomers;
global.keepTransferToken = customers.keepTransferToken;
global.customerMail = customers.customerMail;
global.sendCustomerMail = customers.sendCustomerMail;
global.readCustomers = customers.readCustomers;
global.refreshCustomers = customers.refreshCustomers;
global.getCustomerRules = customers.getCustomerRules;
global.setCustomerRules = customers.setCustomerRules;
